// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logpattern.h"

#include <QByteArrayView>
#include <QList>

#include <array>
#include <map>

namespace tropero {

/// Finds the lines in which a pattern matches: a finite automaton that is made as it is needed, one look at each byte.
class LogMatcher
{
public:
    explicit LogMatcher(const LogPattern& pattern);

    struct Line
    {
        const char* begin = nullptr; ///< null: none
        const char* end = nullptr;   ///< behind it, without its line feed
    };
    /// The first line of the text in which the pattern matches. The text begins with a line; the last one may lack its
    /// line feed.
    Line next(QByteArrayView text);
    /// `line` without its line feed.
    bool matches(QByteArrayView line) { return run(line.data(), line.data() + line.size()) != nullptr; }

    struct Range
    {
        qsizetype begin = 0;
        qsizetype length = 0;
    };
    /// Where it matches in a line, longest from the left, without overlap and without empty ones; gives up after a
    /// bounded effort.
    QList<Range> ranges(QByteArrayView line);

private:
    enum class Before : quint8 { Begin, Word, Other };
    using Set = std::vector<int>;
    static constexpr qsizetype mostLeaving = 4;
    using Ahead = std::array<const char*, mostLeaving>; ///< where the bytes that leave are next

    int state(const Set& set, Before before);
    int make(int from, quint8 byte);
    bool follow(const Set& set, Before before, int next, Set& bytes);
    const char* run(const char* begin, const char* end);
    const char* literal(const char* begin, const char* end);
    const char* skip(const char* at, const char* end, const qint32* idle, Ahead& ahead) const;
    void findLeaving();
    void reset();

    const LogPattern m_pattern;
    std::vector<qint32> m_table; ///< 256 for each state
    struct State
    {
        Set set;
        Before before;
    };
    std::vector<State> m_states;
    std::map<std::pair<Set, Before>, int> m_known;
    std::vector<int> m_seen;
    std::vector<int> m_open;
    int m_round = 0;
    int m_idle = -1; ///< the state of a line in which nothing has begun to match
    QByteArray m_leaving; ///< the bytes that do not leave that state as it is; empty when there are many
    char m_rare = 0;
    qsizetype m_rareAt = 0;
    qint64 m_stops = 0;
    qint64 m_passed = 0;
    bool m_useLiteral = false;
};

} // namespace tropero
