// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logmatcher.h"

#include <algorithm>
#include <cstring>

namespace tropero {

namespace {

using Step = LogPattern::Step;

constexpr int unknown = -1;
constexpr int matched = -2;
constexpr size_t mostStates = 1500;
constexpr int rangeEffort = 300'000; ///< steps for one line
constexpr qint64 skipWindow = 4096;
constexpr int endOfLine = '\n';

bool isWord(int byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || byte == '_' ||
           (byte >= 'a' && byte <= 'z');
}

/// The higher, the more often a byte is met in logs.
int frequency(char c)
{
    static constexpr char common[] = " eta0iosnr1d2lc3u4:5.m-6p7\"8h9/f,g=y_b[]";
    const char* const found = c != 0 ? std::strchr(common, c) : nullptr;
    return found ? 100 - static_cast<int>(found - common) : isWord(static_cast<unsigned char>(c)) ? 20 : 10;
}

const char* lineBegin(const char* begin, const char* at)
{
    while (at > begin && at[-1] != '\n')
        --at;
    return at;
}

const char* lineEnd(const char* at, const char* end)
{
    const void* feed = std::memchr(at, '\n', static_cast<size_t>(end - at));
    return feed ? static_cast<const char*>(feed) : end;
}

} // namespace

LogMatcher::LogMatcher(const LogPattern& pattern) : m_pattern(pattern), m_seen(pattern.steps().size(), 0)
{
    const QByteArray& text = m_pattern.literal();
    m_useLiteral = !text.isEmpty();
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (i > 0 && frequency(text.at(i)) >= frequency(m_rare)) continue;
        m_rare = text.at(i);
        m_rareAt = i;
    }
    reset();
}

void LogMatcher::reset()
{
    m_table.clear();
    m_states.clear();
    m_known.clear();
    state({m_pattern.start()}, Before::Begin);
    m_idle = -1;
    m_leaving.clear();
}

int LogMatcher::state(const Set& set, Before before)
{
    if (!m_pattern.hasAssertions()) before = Before::Begin;
    const auto [known, isNew] = m_known.try_emplace({set, before}, static_cast<int>(m_states.size()));
    if (isNew) {
        m_states.push_back({set, before});
        m_table.insert(m_table.end(), 256, unknown);
    }
    return known->second;
}

/// Steps over bytes that can be reached from the set between what was before and the next byte; true when that is a match.
bool LogMatcher::follow(const Set& set, Before before, int next, Set& bytes)
{
    ++m_round;
    bytes.clear();
    m_open = set;
    bool isMatch = false;
    while (!m_open.empty()) {
        const int at = m_open.back();
        m_open.pop_back();
        int& seen = m_seen[static_cast<size_t>(at)];
        if (seen == m_round) continue;
        seen = m_round;
        const Step& step = m_pattern.steps()[static_cast<size_t>(at)];
        switch (step.kind) {
        case Step::Kind::Match:
            isMatch = true;
            break;
        case Step::Kind::Byte:
            bytes.push_back(at);
            break;
        case Step::Kind::Split:
            m_open.push_back(step.next);
            m_open.push_back(step.other);
            break;
        case Step::Kind::Assert: {
            const bool isInside = (next & 0xc0) == 0x80; // a character
            const bool isEdge = (before == Before::Word) != isWord(next);
            const bool holds = step.place == Step::Place::Begin ? before == Before::Begin
                               : step.place == Step::Place::End ? next == endOfLine
                               : isInside                       ? false
                                                                : isEdge == (step.place == Step::Place::WordEdge);
            if (holds) m_open.push_back(step.next);
            break;
        }
        }
    }
    return isMatch;
}

int LogMatcher::make(int from, quint8 byte)
{
    Set bytes;
    const State state = m_states[static_cast<size_t>(from)];
    bool isNewIdle = false;
    int result = 0; // a line feed begins anew
    if (follow(state.set, state.before, byte, bytes)) {
        result = matched;
    } else if (byte != endOfLine) {
        Set after{m_pattern.start()};
        for (const int at : bytes) {
            const Step& step = m_pattern.steps()[static_cast<size_t>(at)];
            if (byte >= step.low && byte <= step.high) after.push_back(step.next);
        }
        std::ranges::sort(after);
        after.erase(std::ranges::unique(after).begin(), after.end());
        const bool isIdle = after.size() == 1;
        result = this->state(after, isWord(byte) ? Before::Word : Before::Other);
        if (isIdle && m_idle < 0 && !m_pattern.hasAssertions()) {
            m_idle = result;
            isNewIdle = true;
        }
    }
    m_table[static_cast<size_t>(from) * 256 + byte] = result;
    if (isNewIdle) findLeaving();
    return result;
}

/// The next byte at which a match may begin.
const char* LogMatcher::skip(const char* at, const char* end, const qint32* idle, Ahead& ahead) const
{
    if (m_leaving.isEmpty()) {
        while (at < end && idle[static_cast<quint8>(*at)] == m_idle)
            ++at;
        return at;
    }
    for (;;) {
        const char* const window = end - at > skipWindow ? at + skipWindow : end;
        const char* nearest = window;
        for (qsizetype i = 0; i < m_leaving.size(); ++i) {
            const char*& known = ahead[static_cast<size_t>(i)];
            if (known < at) {
                const void* found = std::memchr(at, m_leaving.at(i), static_cast<size_t>(window - at));
                known = found ? static_cast<const char*>(found) : window;
            }
            nearest = std::min(nearest, known);
        }
        if (nearest < window || window == end) return nearest;
        at = window;
    }
}

/// Which bytes leave the state of a line in which nothing has begun to match, when they are few.
void LogMatcher::findLeaving()
{
    m_leaving.clear();
    for (int byte = 0; byte < 256; ++byte) {
        if (m_table[static_cast<size_t>(m_idle) * 256 + static_cast<size_t>(byte)] == unknown)
            make(m_idle, static_cast<quint8>(byte));
        if (m_table[static_cast<size_t>(m_idle) * 256 + static_cast<size_t>(byte)] == m_idle) continue;
        m_leaving.append(static_cast<char>(byte));
    }
    if (m_leaving.size() > mostLeaving) m_leaving.clear();
}

/// A place in the first line that matches, or null.
const char* LogMatcher::run(const char* begin, const char* end)
{
    int now = 0;
    Ahead ahead{};
    for (const char* at = begin;;) {
        const qint32* const table = m_table.data();
        const qint32* const idle = table + static_cast<size_t>(std::max(m_idle, 0)) * 256;
        int next = unknown;
        while (at < end) {
            if (now == m_idle) {
                at = skip(at, end, idle, ahead);
                if (at == end) break;
            }
            next = table[static_cast<size_t>(now) * 256 + static_cast<quint8>(*at)];
            if (next < 0) break;
            now = next;
            ++at;
        }
        const bool isEnd = at == end;
        const quint8 byte = isEnd ? static_cast<quint8>(endOfLine) : static_cast<quint8>(*at);
        next = table[static_cast<size_t>(now) * 256 + byte];
        if (next == unknown) {
            if (m_states.size() > mostStates) {
                const State kept = m_states[static_cast<size_t>(now)];
                reset();
                now = state(kept.set, kept.before);
            }
            next = make(now, byte);
        }
        if (next == matched) return at;
        if (isEnd) return nullptr;
        now = next;
        ++at;
    }
}

/// A place where the literal is, or null.
const char* LogMatcher::literal(const char* begin, const char* end)
{
    const QByteArray& text = m_pattern.literal();
    const char* at = begin + m_rareAt;
    const char* const last = end - (text.size() - m_rareAt);
    while (at <= last) {
        const void* found = std::memchr(at, m_rare, static_cast<size_t>(last + 1 - at));
        if (!found) break;
        ++m_stops;
        at = static_cast<const char*>(found);
        if (std::memcmp(at - m_rareAt, text.constData(), static_cast<size_t>(text.size())) == 0) {
            m_passed += at - begin;
            return at - m_rareAt;
        }
        ++at;
    }
    m_passed += end - begin;
    return nullptr;
}

LogMatcher::Line LogMatcher::next(QByteArrayView text)
{
    const char* begin = text.data();
    const char* const end = begin + text.size();
    while (m_useLiteral) {
        // Not worth it where its rarest byte stands everywhere.
        if (m_stops > 4096 && m_passed < m_stops * 24) m_useLiteral = m_pattern.isLiteral() && m_passed > m_stops * 8;
        if (begin == end) return {};
        const char* const found = literal(begin, end);
        if (!found) return {};
        const Line line{lineBegin(begin, found), lineEnd(found, end)};
        if (m_pattern.isLiteral() || run(line.begin, line.end)) return line;
        if (line.end == end) return {};
        begin = line.end + 1;
    }
    if (begin == end) return {};
    const char* const found = run(begin, end[-1] == '\n' ? end - 1 : end); // no line begins behind the last feed
    if (!found) return {};
    // The byte that told of the match may be the line feed behind it.
    return {lineBegin(begin, found), lineEnd(found, end)};
}

QList<LogMatcher::Range> LogMatcher::ranges(QByteArrayView line)
{
    QList<Range> list;
    int effort = rangeEffort;
    Set bytes;
    for (qsizetype begin = 0; begin < line.size() && effort > 0;) {
        Set set{m_pattern.start()};
        Before before = begin == 0 ? Before::Begin
                        : isWord(static_cast<unsigned char>(line.at(begin - 1))) ? Before::Word
                                                                                 : Before::Other;
        qsizetype longest = -1;
        for (qsizetype at = begin; at <= line.size() && !set.empty(); ++at) {
            const quint8 byte = at < line.size() ? static_cast<quint8>(line.at(at)) : static_cast<quint8>(endOfLine);
            if (follow(set, before, byte, bytes)) longest = at - begin;
            effort -= static_cast<int>(bytes.size()) + 1;
            set.clear();
            if (at == line.size() || effort <= 0) break;
            for (const int step : bytes) {
                const Step& known = m_pattern.steps()[static_cast<size_t>(step)];
                if (byte >= known.low && byte <= known.high) set.push_back(known.next);
            }
            before = isWord(byte) ? Before::Word : Before::Other;
        }
        if (longest > 0) list.append({begin, longest});
        begin += std::max<qsizetype>(longest, 1);
    }
    return list;
}

} // namespace tropero
