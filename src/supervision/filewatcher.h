// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/policies.h"
#include "platform/directorywatch.h"

#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <vector>

namespace tropero {

class WatchRules;

/// Tells when files of an app changed, once for each burst of changes.
class FileWatcher : public QObject
{
    Q_OBJECT

public:
    /// `workingFolder` is absolute; paths and globs of the policy are relative to it, none: the folder itself. `enabled` of the policy is not looked at.
    FileWatcher(WatchPolicy policy, QString workingFolder, QObject* parent = nullptr);
    ~FileWatcher() override;

    /// The app's own log files (absolute paths), whose changes never count. Call it before start(), and again when they change.
    void setOwnFiles(const QStringList& paths);

    /// A path that does not exist (yet) is no error: it is looked for each second. Errors: NoSpace when the system's limit of watches is
    /// reached, PermissionDenied, Io; then nothing is watched.
    Result<void> start();
    void stop();
    bool isWatching() const { return m_started; }
    /// Folders that the system watches for this object.
    qsizetype watchCount() const { return m_watch.watchCount(); }

Q_SIGNALS:
    /// The policy's delay (at least 50 ms) after the last change of a burst; if it never ends, ten times that after its first one. `paths` are the
    /// first ones of the burst, at most 10, relative to the working folder where they are inside it; `count` is how many files it were, -1
    /// when that is not known.
    void changed(const QStringList& paths, qsizetype count);
    /// A new sub-folder cannot be watched; all others are.
    void failed(const tropero::Error& error);

private:
    struct Root;

    Result<void> watch(Root& root);
    void noteChange(const QString& folder, const QString& name);
    void noteLost(const QString& folder);
    void noteUnknown();
    void note(const QString& path);
    bool counts(const QString& path) const;
    void lookForMissing();
    void report();

    WatchPolicy m_policy;
    QString m_folder;
    QStringList m_ownFiles;
    std::unique_ptr<WatchRules> m_rules;
    std::vector<Root> m_roots;
    platform::DirectoryWatch m_watch;
    QTimer m_quiet;
    QTimer m_longest;
    QTimer m_looking;
    QSet<QString> m_changes;
    QStringList m_first;
    bool m_unknown = false;
    bool m_started = false;
};

} // namespace tropero
