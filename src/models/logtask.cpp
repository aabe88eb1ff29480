// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logtask.h"

#include "models/loglinesource.h"
#include "models/logmatcher.h"

#include <algorithm>
#include <map>
#include <optional>

namespace tropero {

namespace {

void addId(QList<LogRun>& runs, qint64 id, qint64 count = 1)
{
    if (!runs.isEmpty() && runs.last().id + runs.last().count == id)
        runs.last().count += count;
    else
        runs.append({id, count});
}

/// One file's lines, judged by the condition.
class Judge
{
public:
    Judge(const LogCondition& condition, LogMatcher* matcher, LogTask::Finds& finds)
        : m_condition(condition), m_matcher(matcher), m_finds(finds)
    {
    }

    /// `text`: whole lines, the first of which has that identifier. `level`: of the line before, and then of the last one.
    void look(QByteArrayView text, qint64 id, qint64 lines, LogLevel& level)
    {
        QByteArray plain;
        if (text.contains('\x1b')) {
            plain = withoutEscapes(text);
            text = plain;
        }
        if (m_condition.levels != 0) {
            lookAtEach(text, id, level);
            return;
        }
        if (m_condition.hides()) addId(m_finds.shown, id, lines);
        if (!m_matcher) return;
        while (!text.isEmpty()) {
            const LogMatcher::Line line = m_matcher->next(text);
            if (!line.begin) return;
            id += countFeeds(text.first(line.begin - text.data()));
            addId(m_finds.hits, id++);
            text = text.sliced(std::min<qsizetype>(line.end - text.data() + 1, text.size()));
        }
    }

private:
    void lookAtEach(QByteArrayView text, qint64 id, LogLevel& level)
    {
        for (; !text.isEmpty(); ++id) {
            const qsizetype feed = text.indexOf('\n');
            const QByteArrayView line = feed < 0 ? text : text.first(feed);
            text = feed < 0 ? QByteArrayView() : text.sliced(feed + 1);
            if (!continuesLine(line)) level = levelOf(line);
            if ((m_condition.levels & (1 << static_cast<int>(level))) == 0) continue;
            addId(m_finds.shown, id);
            if (m_matcher && m_matcher->matches(line)) addId(m_finds.hits, id);
        }
    }

    const LogCondition& m_condition;
    LogMatcher* m_matcher;
    LogTask::Finds& m_finds;
};

} // namespace

LogTask::LogTask(const LogStore& store, qint64 from, qint64 to, LogCondition condition)
    : m_from(from), m_to(to), m_condition(std::move(condition))
{
    for (qint64 id = from; id < to;) {
        const qint64 count = std::min(store.runLength(id), to - id);
        const LogPlace place = store.place(id);
        m_parts.append({place.piece, store.block(place).begin, place.line, count, id});
        const auto known =
            std::ranges::find_if(m_sources, [&](const Source& source) { return source.piece == place.piece; });
        if (known == m_sources.end())
            m_sources.append({place.piece, store.piece(place.piece), store.pieceEnd(place.piece)});
        id += count;
    }
}

LogTask::Finds LogTask::run(const std::atomic<bool>& cancel) const
{
    Finds finds;
    finds.from = m_from;
    finds.to = m_to;
    std::optional<LogMatcher> matcher;
    if (m_condition.pattern) matcher.emplace(*m_condition.pattern);
    struct Reading
    {
        Reading(const LogPiece& file, qint64 end, bool shown) : lines(file, end), isShown(shown) {}

        LogLineSource lines;
        bool isShown;
        LogLevel level = LogLevel::None;
        bool isBegun = false;
    };
    std::map<int, Reading> readings;
    for (const Source& source : m_sources)
        readings.try_emplace(source.piece, source.file, source.end, m_condition.shows(source.file));
    Judge judge(m_condition, matcher ? &*matcher : nullptr, finds);
    for (const Part& part : m_parts) {
        Reading& reading = readings.at(part.piece);
        if (!reading.isShown) continue;
        if (!m_condition.readsText()) {
            addId(finds.shown, part.id, part.count);
            continue;
        }
        if (m_condition.levels != 0 && !std::exchange(reading.isBegun, true)) {
            // A stack trace may have begun before.
            Finds unused;
            Judge before(m_condition, nullptr, unused);
            reading.lines.seek(part.begin, part.begin.line);
            for (qint64 line = part.begin.line; line < part.line;) {
                qint64 lines = 0;
                const QByteArrayView text = reading.lines.read(part.line - line, lines);
                if (lines == 0) break;
                before.look(text, 0, lines, reading.level);
                line += lines;
            }
        }
        reading.lines.seek(part.begin, part.line);
        for (qint64 done = 0; done < part.count && !cancel;) {
            qint64 lines = 0;
            const QByteArrayView text = reading.lines.read(part.count - done, lines);
            if (lines == 0) break;
            judge.look(text, part.id + done, lines, reading.level);
            done += lines;
        }
    }
    return finds;
}

} // namespace tropero
