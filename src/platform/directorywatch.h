// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace tropero::platform {

/// Reports what changes in folders and all their sub-folders, at once and one by one. Symbolic links are never followed.
class DirectoryWatch : public QObject
{
    Q_OBJECT

public:
    /// Asked for each sub-folder (absolute path): false leaves it and all below it out; the system then watches nothing there.
    using Filter = std::function<bool(const QString& folder)>;

    explicit DirectoryWatch(QObject* parent = nullptr);
    ~DirectoryWatch() override;

    /// Watches a folder. NotFound, PermissionDenied; NoSpace when the system's limit of watches is reached (its remedy says how to raise
    /// it): then nothing of that folder is watched. Sub-folders that may not be read are left out. A root inside another one's tree costs nothing more.
    Result<void> add(const QString& root, Filter wanted);
    /// Ends all watching.
    void clear();
    /// Folders that the system watches for us.
    qsizetype watchCount() const;

Q_SIGNALS:
    /// Something was created, written, renamed or deleted. What is in a new sub-folder already is reported, too.
    void changed(const QString& folder, const QString& name);
    /// A watched sub-folder was moved away, and what was in it with it.
    void folderMovedAway(const QString& folder);
    /// More changed below a root than the system could tell; which files is not known. Watching goes on.
    void overflowed(const QString& root);
    /// That root was deleted or moved away; it is not watched any more.
    void lost(const QString& root);
    /// A new sub-folder cannot be watched (NoSpace). Said once.
    void failed(const tropero::Error& error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tropero::platform
