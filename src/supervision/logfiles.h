// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "supervision/logfile.h"

#include <QHash>
#include <QString>

#include <memory>

namespace tropero {

/// The log files of an app, one object for each path: instances that share a file share its writer.
class LogFiles
{
public:
    /// The file of that path; nothing for an empty path and the names that mean "discard" ("/dev/null", "NULL").
    std::shared_ptr<LogFile> open(const QString& path, const LogFile::Limits& limits);

private:
    QHash<QString, std::weak_ptr<LogFile>> m_files;
};

/// Path of the combined file of an instance: relative ones lie in the app's folder; unless instances share their files, each further
/// one gets its index before the extension. Empty without a combined file.
QString combinedLogPath(const QString& configured, const QString& folder, bool merge, int index);

} // namespace tropero
