// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "models/logmarks.h"
#include "models/logstore.h"
#include "models/logtask.h"

#include <QHash>
#include <QString>

namespace tropero {

/// Writes lines of a log into a file; made for another thread, it holds all that it needs.
class LogExport
{
public:
    struct Options
    {
        bool withColours = false;
        bool withTimes = false;
        QHash<int, QString> labels{}; ///< before the lines, by instance number
        QList<LogMark> marks{};       ///< as lines that begin with "#"; by their place
    };

    LogExport(LogStore store, QList<LogRun> runs, QString path, Options options);

    /// How a mark stands among lines of text.
    static QString markLine(const QString& text, const QString& label);

    /// Lines written, or Io. Ends early when `cancel` becomes true; then there is no file.
    Result<qint64> run(const std::atomic<bool>& cancel) const;

private:
    LogStore m_store;
    QList<LogRun> m_runs;
    QString m_path;
    Options m_options;
};

} // namespace tropero
