// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/loglines.h"

#include <algorithm>

namespace tropero {

namespace {

constexpr qsizetype longestRow = 1024 * 1024; ///< a longer line goes on in a row of its own

} // namespace

LogLines::LogLines(QObject* parent, int maxLines, qint64 maxBytes)
    : QAbstractListModel(parent), m_maxLines(maxLines), m_maxBytes(maxBytes)
{
}

int LogLines::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant LogLines::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const LogRow& line = row(index.row());
    switch (role) {
    case Qt::DisplayRole: {
        if (line.kind == LogRow::Kind::Mark) return QString::fromUtf8(line.text);
        AnsiStyle style = line.style;
        return parseAnsi(line.text, style).text;
    }
    case LogTimeRole:
        return line.time;
    case LogErrorRole:
        return line.isError;
    case LogNumberRole:
        return line.number;
    case LogMarkRole:
        return line.kind == LogRow::Kind::Mark;
    default:
        return {};
    }
}

void LogLines::clear()
{
    if (!m_rows.empty()) {
        beginRemoveRows({}, 0, rowCount() - 1);
        m_rows.clear();
        endRemoveRows();
    }
    m_streams.clear();
    m_bytes = 0;
    m_dropped = 0;
}

LogLines::Stream& LogLines::stream(const LogLine& line)
{
    return m_streams[qint64(line.number) * 2 + (line.isError ? 1 : 0)];
}

bool LogLines::continueLine(Stream& stream, const LogLine& line)
{
    if (stream.openLine < m_dropped) return false;
    const int position = static_cast<int>(stream.openLine - m_dropped);
    LogRow& open = m_rows[static_cast<size_t>(position)];
    if (open.text.size() >= longestRow) return false;
    open.text.append(line.text);
    m_bytes += line.text.size();
    stream.style = ansiStyleAfter(open.text, open.style);
    if (!line.partial) stream.openLine = -1;
    Q_EMIT dataChanged(index(position), index(position));
    return true;
}

void LogLines::append(const QList<LogLine>& lines)
{
    QList<LogLine> fresh;
    fresh.reserve(lines.size());
    for (const LogLine& line : lines) {
        // The rest of an open line can only be joined to it when nothing of its stream waits to be inserted.
        if (!fresh.isEmpty() && stream(line).openLine >= 0) {
            insertLines(fresh);
            fresh.clear();
        }
        if (continueLine(stream(line), line)) continue;
        fresh.append(line);
        if (line.partial) {
            insertLines(fresh);
            fresh.clear();
        }
    }
    insertLines(fresh);
    trim();
}

void LogLines::insertLines(const QList<LogLine>& lines)
{
    if (lines.isEmpty()) return;
    // Marks come by another way than lines and may be early: they wait at the end and are put behind the
    // lines that were written before them.
    std::deque<LogRow> early;
    while (!m_rows.empty() && m_rows.back().kind == LogRow::Kind::Mark &&
           m_rows.back().time > lines.first().time && lines.first().time > 0) {
        beginRemoveRows({}, rowCount() - 1, rowCount() - 1);
        early.push_front(std::move(m_rows.back()));
        m_rows.pop_back();
        endRemoveRows();
    }
    const int first = rowCount();
    beginInsertRows({}, first,
                    first + static_cast<int>(lines.size() + static_cast<qsizetype>(early.size())) - 1);
    for (const LogLine& line : lines) {
        while (!early.empty() && early.front().time <= line.time) {
            m_rows.push_back(std::move(early.front()));
            early.pop_front();
        }
        Stream& source = stream(line);
        LogRow made;
        made.text = line.text;
        made.time = line.time;
        made.isError = line.isError;
        made.number = line.number;
        made.style = source.style;
        source.style = ansiStyleAfter(line.text, source.style);
        source.openLine = line.partial ? m_dropped + rowCount() : -1;
        m_bytes += line.text.size();
        m_rows.push_back(std::move(made));
    }
    std::ranges::move(early, std::back_inserter(m_rows));
    endInsertRows();
}

void LogLines::addMark(qint64 time, int number, const QString& text, LogRow::Tone tone)
{
    LogRow mark;
    mark.kind = LogRow::Kind::Mark;
    mark.tone = tone;
    mark.text = text.toUtf8();
    mark.time = time;
    mark.number = number;
    int position = rowCount();
    while (position > 0 && row(position - 1).time > time)
        --position;
    beginInsertRows({}, position, position);
    m_bytes += mark.text.size();
    m_rows.insert(m_rows.begin() + position, std::move(mark));
    for (Stream& source : m_streams) {
        if (source.openLine >= m_dropped + position) ++source.openLine;
    }
    endInsertRows();
    trim();
}

void LogLines::trim()
{
    int count = std::max(rowCount() - m_maxLines, 0);
    qint64 freed = 0;
    for (int i = 0; i < count; ++i)
        freed += row(i).text.size();
    while (m_bytes - freed > m_maxBytes && count + 1 < rowCount())
        freed += row(count++).text.size();
    if (count == 0) return;
    beginRemoveRows({}, 0, count - 1);
    m_rows.erase(m_rows.begin(), m_rows.begin() + count);
    m_dropped += count;
    m_bytes -= freed;
    endRemoveRows();
}

} // namespace tropero
