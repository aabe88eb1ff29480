// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "models/logstore.h"
#include "models/logtask.h"

#include <QString>

namespace tropero {

/// Writes lines of a log into a file; made for another thread, it holds all that it needs.
class LogExport
{
public:
    LogExport(LogStore store, QList<LogRun> runs, QString path, bool withColours, bool withTimes);

    /// Lines written, or Io. Ends early when `cancel` becomes true; then there is no file.
    Result<qint64> run(const std::atomic<bool>& cancel) const;

private:
    LogStore m_store;
    QList<LogRun> m_runs;
    QString m_path;
    bool m_withColours;
    bool m_withTimes;
};

} // namespace tropero
