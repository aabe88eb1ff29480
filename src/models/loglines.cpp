// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/loglines.h"

#include <algorithm>

namespace tropero {

namespace {

constexpr qint64 noFloor = std::numeric_limits<qint64>::min();
constexpr qsizetype searchedForMatches = 8 * 1024; ///< of a row that is painted

qint64 countOf(const QList<LogRun>& runs)
{
    qint64 count = 0;
    for (const LogRun& run : runs)
        count += run.count;
    return count;
}

} // namespace

LogLines::LogLines(QObject* parent)
    : QAbstractListModel(parent), m_reader(m_store), m_search(m_store), m_floor(noFloor)
{
    connect(&m_search, &LogSearch::foundOlder, this, &LogLines::takeOlder);
    connect(&m_search, &LogSearch::foundNewer, this, &LogLines::takeNewer);
    connect(&m_search, &LogSearch::finished, this, &LogLines::hitsChanged);
}

int LogLines::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size()) + endMark() - firstMark();
}

int LogLines::markRow(int mark) const
{
    return static_cast<int>(m_shown.lowerBound(m_marks.at(mark).anchor) - m_shown.first()) + mark - firstMark();
}

LogLines::Item LogLines::itemAt(int row) const
{
    const int first = firstMark();
    int low = first; // marks before `low` are at or above the row
    int high = endMark();
    while (low < high) {
        const int middle = (low + high) / 2;
        if (markRow(middle) <= row)
            low = middle + 1;
        else
            high = middle;
    }
    if (low > first && markRow(low - 1) == row) return {low - 1, 0};
    return {-1, m_shown.at(m_shown.first() + row - (low - first))};
}

LogRow LogLines::row(int row) const
{
    const Item item = itemAt(row);
    if (item.mark < 0) return m_reader.row(item.id);
    const LogMark& mark = m_marks.at(item.mark);
    LogRow made;
    made.kind = LogRow::Kind::Mark;
    made.tone = mark.tone;
    made.text = mark.text.toUtf8();
    made.time = mark.time;
    made.number = mark.number;
    return made;
}

QByteArray LogLines::wholeText(int row, qint64 most) const
{
    const Item item = itemAt(row);
    return item.mark < 0 ? m_reader.line(item.id, most) : m_marks.at(item.mark).text.toUtf8();
}

std::optional<qint64> LogLines::idOf(int row) const
{
    if (row < 0 || row >= rowCount()) return {};
    const Item item = itemAt(row);
    return item.mark < 0 ? std::optional(item.id) : std::nullopt;
}

int LogLines::rowOf(qint64 id) const
{
    const qint64 position = m_shown.lowerBound(id) - m_shown.first();
    const int marks = std::clamp(m_marks.countUpTo(id), firstMark(), endMark()) - firstMark();
    return std::min(static_cast<int>(position) + marks, rowCount());
}

int LogLines::rowAfter(qint64 time) const
{
    return m_store.size() == 0 ? 0 : rowOf(m_reader.firstAfter(time));
}

QVariant LogLines::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const LogRow line = row(index.row());
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
    beginResetModel();
    m_search.stop();
    m_store.clear();
    m_reader.clear();
    m_marks.clear();
    m_shown.clear();
    m_hits.clear();
    m_from = m_to = 0;
    m_floor = noFloor;
    endResetModel();
    restart();
}

Result<void> LogLines::setQuery(const LogQuery& query)
{
    if (query == m_query) return {};
    LogCondition condition;
    if (!query.text.isEmpty()) {
        Result<LogPattern> pattern =
            LogPattern::make(query.text, (query.isRegex ? LogPattern::Regex : LogPattern::Plain) |
                                             (query.matchCase ? LogPattern::MatchCase : 0));
        if (!pattern) return std::unexpected(pattern.error());
        condition.pattern = std::make_shared<const LogPattern>(std::move(*pattern));
    }
    condition.levels = query.levels;
    condition.showOut = query.showOut;
    condition.showError = query.showError;
    condition.hidden = query.hidden;
    m_query = query;
    m_condition = condition;
    m_matcher.reset();
    if (condition.pattern) m_matcher.emplace(*condition.pattern);
    restart();
    return {};
}

void LogLines::hideAll()
{
    m_floor = m_store.end();
    restart();
}

void LogLines::showAll()
{
    m_floor = noFloor;
    restart();
}

/// Shows anew what the query asks for.
void LogLines::restart()
{
    beginResetModel();
    m_shown.clear();
    m_hits.clear();
    m_to = m_store.end();
    m_from = isScanned() ? m_to : std::min(std::max(m_store.first(), m_floor), m_to);
    m_shown.pushBack(m_from, m_to - m_from);
    m_marks.hide(m_query.hidden);
    endResetModel();
    for (const LogMark& mark : m_marks.takeHiddenBut(m_query.hidden))
        placeMark(mark);
    if (m_condition.pattern || isScanned())
        m_search.start(m_condition, m_floor);
    else
        m_search.stop();
    Q_EMIT hitsChanged();
}

void LogLines::growFront(const QList<LogRun>& runs, qint64 from)
{
    const int rows = static_cast<int>(countOf(runs)) + firstMark() - m_marks.countUpTo(from, false);
    if (rows > 0) beginInsertRows({}, 0, rows - 1);
    for (auto run = runs.crbegin(); run != runs.crend(); ++run)
        m_shown.pushFront(run->id, run->count);
    m_from = from;
    if (rows > 0) endInsertRows();
}

void LogLines::growBack(const QList<LogRun>& runs, qint64 to)
{
    const int rows = static_cast<int>(countOf(runs)) + m_marks.countUpTo(to) - endMark();
    if (rows > 0) beginInsertRows({}, rowCount(), rowCount() + rows - 1);
    for (const LogRun& run : runs)
        m_shown.pushBack(run.id, run.count);
    m_to = to;
    if (rows > 0) endInsertRows();
}

void LogLines::takeOlder(const LogTask::Finds& finds)
{
    for (auto run = finds.hits.crbegin(); run != finds.hits.crend(); ++run)
        m_hits.pushFront(run->id, run->count);
    if (isScanned()) growFront(m_query.onlyMatches && m_condition.pattern ? finds.hits : finds.shown, finds.from);
    Q_EMIT hitsChanged();
}

void LogLines::takeNewer(const LogTask::Finds& finds)
{
    for (const LogRun& run : finds.hits)
        m_hits.pushBack(run.id, run.count);
    if (isScanned()) growBack(m_query.onlyMatches && m_condition.pattern ? finds.hits : finds.shown, finds.to);
    Q_EMIT hitsChanged();
}

void LogLines::apply(const LogDelta& delta, bool continued)
{
    // A mark at the end may be earlier than the lines that come.
    const QList<LogMark> last = delta.newer.isEmpty() ? QList<LogMark>() : takeLastMarks();
    m_store.apply(delta);
    if (!isScanned()) {
        const qint64 begin = std::max(m_store.first(), m_floor);
        if (begin < m_from) growFront({{begin, m_from - begin}}, begin);
        if (m_store.end() > m_to) growBack({{m_to, m_store.end() - m_to}}, m_store.end());
    }
    for (const LogMark& mark : last)
        placeMark(mark);
    placeWaiting();
    m_search.extend();
    if (continued && rowCount() > 0) {
        const int first = std::max(0, rowCount() - 200);
        Q_EMIT dataChanged(index(first), index(rowCount() - 1));
    }
    if (delta.complete) Q_EMIT hitsChanged();
}

QList<LogMark> LogLines::takeLastMarks()
{
    QList<LogMark> taken;
    while (m_marks.size() > 0 && m_marks.at(m_marks.size() - 1).anchor == m_store.end()) {
        const bool isShown = endMark() == m_marks.size() && firstMark() < m_marks.size();
        if (isShown) beginRemoveRows({}, rowCount() - 1, rowCount() - 1);
        taken.prepend(m_marks.take(m_marks.size() - 1));
        if (isShown) endRemoveRows();
    }
    return taken;
}

void LogLines::addMark(qint64 time, int number, const QString& text, LogRow::Tone tone)
{
    LogMark mark{0, time, number, text, tone};
    if (!m_marks.knows(mark)) placeMark(mark); // the same event may come from the history and live
}

void LogLines::placeMark(LogMark mark)
{
    if (m_query.hidden.contains(mark.number)) {
        m_marks.keepHidden(mark);
        return;
    }
    mark.anchor = m_store.size() == 0 ? m_store.end() : m_reader.firstAfter(mark.time);
    if (mark.anchor == m_store.first() && !m_store.isComplete()) {
        m_marks.wait(mark);
        return;
    }
    const int index = m_marks.indexFor(mark);
    if (mark.anchor < m_from || mark.anchor > m_to) {
        m_marks.insert(index, mark);
        return;
    }
    const int row = static_cast<int>(m_shown.lowerBound(mark.anchor) - m_shown.first()) + index - firstMark();
    beginInsertRows({}, row, row);
    m_marks.insert(index, mark);
    endInsertRows();
}

/// Marks that were older than all known lines.
void LogLines::placeWaiting()
{
    while (m_marks.newestWaiting() >= 0) {
        if (!m_store.isComplete() && (m_store.size() == 0 || m_reader.firstAfter(m_marks.newestWaiting()) == m_store.first()))
            return;
        placeMark(m_marks.takeNewestWaiting());
    }
}

QList<LogMatcher::Range> LogLines::matchesIn(const QByteArray& text) const
{
    if (!m_matcher) return {};
    return m_matcher->ranges(QByteArrayView(text).first(std::min(text.size(), searchedForMatches)));
}

std::optional<int> LogLines::hitAfter(int row) const
{
    // Rows of marks lie between lines: go from the next line.
    qint64 from = m_from;
    for (int next = row + 1; row >= 0; ++next) {
        if (next >= rowCount()) return {};
        if (const auto id = idOf(next)) {
            from = *id;
            break;
        }
    }
    const qint64 position = m_hits.lowerBound(from);
    if (position >= m_hits.end()) return {};
    return rowOf(m_hits.at(position));
}

std::optional<int> LogLines::hitBefore(int row) const
{
    qint64 before = m_to;
    for (int next = row; next < rowCount(); ++next) {
        if (const auto id = idOf(next)) {
            before = *id;
            break;
        }
    }
    const qint64 position = m_hits.lowerBound(before) - 1;
    if (position < m_hits.first()) return {};
    return rowOf(m_hits.at(position));
}

qint64 LogLines::hitNumber(int row) const
{
    const auto id = idOf(row);
    if (!id) return 0;
    const qint64 position = m_hits.lowerBound(*id);
    return position < m_hits.end() && m_hits.at(position) == *id ? position - m_hits.first() + 1 : 0;
}

QList<LogRun> LogLines::shownRuns() const
{
    QList<LogRun> runs;
    for (qint64 position = m_shown.first(); position < m_shown.end();) {
        const qint64 count = m_shown.runLength(position);
        runs.append({m_shown.at(position), count});
        position += count;
    }
    return runs;
}

QList<LogMark> LogLines::shownMarks() const
{
    QList<LogMark> marks;
    for (int index = firstMark(); index < endMark(); ++index)
        marks.append(m_marks.at(index));
    return marks;
}

} // namespace tropero
