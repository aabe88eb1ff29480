// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logexport.h"

#include "models/loglevel.h"
#include "models/logreader.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSaveFile>

namespace tropero {

namespace {

constexpr qint64 longestLine = 64 * 1024 * 1024;
constexpr qsizetype writeSize = 1024 * 1024;

} // namespace

LogExport::LogExport(LogStore store, QList<LogRun> runs, QString path, bool withColours, bool withTimes)
    : m_store(std::move(store)), m_runs(std::move(runs)), m_path(std::move(path)), m_withColours(withColours),
      m_withTimes(withTimes)
{
}

Result<qint64> LogExport::run(const std::atomic<bool>& cancel) const
{
    QSaveFile file(m_path);
    const auto failed = [&] {
        return failure(ErrorCode::Io, QCoreApplication::translate("LogExport", "Cannot save the log"), m_path,
                       file.errorString(), {});
    };
    if (!file.open(QIODevice::WriteOnly)) return failed();
    LogReader reader(m_store);
    QByteArray pending;
    qint64 count = 0;
    for (const LogRun& run : m_runs) {
        for (qint64 id = run.id; id < run.id + run.count; ++id, ++count) {
            if (cancel) return count;
            if (const qint64 time = m_withTimes ? reader.time(id) : 0; time > 0)
                pending += QDateTime::fromMSecsSinceEpoch(time / 1'000'000).toString(Qt::ISODateWithMs).toLatin1() + ' ';
            const QByteArray line = reader.line(id, longestLine);
            pending += m_withColours ? line : withoutEscapes(line);
            pending += '\n';
            if (pending.size() < writeSize) continue;
            if (file.write(pending) != pending.size()) return failed();
            pending.clear();
        }
    }
    if (file.write(pending) != pending.size() || !file.commit()) return failed();
    return count;
}

} // namespace tropero
