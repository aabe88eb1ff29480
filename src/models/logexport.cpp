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

LogExport::LogExport(LogStore store, QList<LogRun> runs, QString path, Options options)
    : m_store(std::move(store)), m_runs(std::move(runs)), m_path(std::move(path)), m_options(std::move(options))
{
}

QString LogExport::markLine(const QString& text, const QString& label)
{
    return QStringLiteral("# ") + (label.isEmpty() ? text : label + u' ' + text);
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
    const auto addTime = [&](qint64 time) {
        if (m_options.withTimes && time > 0)
            pending += QDateTime::fromMSecsSinceEpoch(time / 1'000'000).toString(Qt::ISODateWithMs).toLatin1() + ' ';
    };
    auto mark = m_options.marks.cbegin();
    const auto addMarks = [&](qint64 before) {
        for (; mark != m_options.marks.cend() && mark->anchor <= before; ++mark) {
            const QByteArray line = markLine(mark->text, m_options.labels.value(mark->number)).toUtf8();
            pending += line.first(2);
            addTime(mark->time);
            pending += line.sliced(2) + '\n';
        }
    };
    qint64 count = 0;
    for (const LogRun& run : m_runs) {
        for (qint64 id = run.id; id < run.id + run.count; ++id, ++count) {
            if (cancel) return count;
            addMarks(id);
            if (m_options.withTimes) addTime(reader.time(id));
            if (!m_options.labels.isEmpty())
                pending += m_options.labels.value(m_store.piece(m_store.place(id).piece).number).toUtf8() + ' ';
            const QByteArray line = reader.line(id, longestLine);
            pending += m_options.withColours ? line : withoutEscapes(line);
            pending += '\n';
            if (pending.size() < writeSize) continue;
            if (file.write(pending) != pending.size()) return failed();
            pending.clear();
        }
    }
    addMarks(std::numeric_limits<qint64>::max());
    if (file.write(pending) != pending.size() || !file.commit()) return failed();
    return count;
}

} // namespace tropero
