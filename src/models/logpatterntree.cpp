// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logpatterntree.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

using Place = LogPattern::Step::Place;

constexpr int mostRepeats = 1000;
constexpr int deepest = 100;

class Parser
{
public:
    Parser(const QString& text, bool matchCase) : m_matchCase(matchCase)
    {
        for (const uint c : text.toUcs4())
            m_text.append(c);
    }

    Result<PatternNode> parse()
    {
        PatternNode node = choice();
        if (m_problem.isEmpty() && m_at < m_text.size()) fail(tr("')' without '('"));
        if (!m_problem.isEmpty())
            return failure(ErrorCode::InvalidArgument, tr("The expression cannot be used"),
                           tr("at character %1").arg(m_problemAt + 1), m_problem, {});
        return node;
    }

private:
    static QString tr(const char* text) { return QCoreApplication::translate("LogPattern", text); }

    void fail(const QString& why)
    {
        if (!m_problem.isEmpty()) return;
        m_problem = why;
        m_problemAt = m_at;
        m_at = m_text.size();
    }
    bool more() const { return m_at < m_text.size(); }
    char32_t peek() const { return more() ? m_text.at(m_at) : 0; }
    bool take(char32_t c)
    {
        if (!more() || m_text.at(m_at) != c) return false;
        ++m_at;
        return true;
    }

    PatternNode set(CharacterRanges ranges) const
    {
        PatternNode node;
        node.kind = PatternNode::Kind::Set;
        normalize(ranges);
        if (!m_matchCase) addBothCases(ranges);
        node.ranges = std::move(ranges);
        return node;
    }
    static PatternNode assertion(Place place)
    {
        PatternNode node;
        node.kind = PatternNode::Kind::Assert;
        node.place = place;
        return node;
    }

    PatternNode choice()
    {
        if (++m_depth > deepest) fail(tr("too many brackets inside each other"));
        PatternNode node;
        node.kind = PatternNode::Kind::Choice;
        do
            node.parts.push_back(sequence());
        while (take(U'|'));
        --m_depth;
        if (node.parts.size() > 1) return node;
        PatternNode only = std::move(node.parts.front());
        return only;
    }

    PatternNode sequence()
    {
        PatternNode node;
        while (more() && peek() != U'|' && peek() != U')') {
            std::optional<PatternNode> part = atom();
            if (!part) continue;
            node.parts.push_back(repeats(std::move(*part)));
        }
        return node;
    }

    PatternNode repeats(PatternNode part)
    {
        for (;;) {
            PatternNode node;
            node.kind = PatternNode::Kind::Repeat;
            if (take(U'*')) {
                node.least = 0;
            } else if (take(U'+')) {
                node.least = 1;
            } else if (take(U'?')) {
                node.most = 1;
            } else if (!bounds(node)) {
                return part;
            }
            if (!take(U'?')) take(U'+'); // which of several matches is meant does not matter here
            node.parts.push_back(std::move(part));
            part = std::move(node);
        }
    }

    int number()
    {
        int value = -1;
        while (peek() >= U'0' && peek() <= U'9')
            value = std::min(std::max(value, 0) * 10 + static_cast<int>(m_text.at(m_at++) - U'0'), 100'000);
        return value;
    }

    /// {2}, {2,}, {2,5}; anything else is text.
    bool bounds(PatternNode& node)
    {
        const qsizetype begin = m_at;
        if (!take(U'{')) return false;
        node.least = number();
        node.most = node.least;
        if (node.least >= 0 && take(U',')) node.most = number();
        if (node.least < 0 || !take(U'}')) {
            m_at = begin;
            return false;
        }
        if (std::max(node.least, node.most) > mostRepeats) fail(tr("more than %1 repetitions").arg(mostRepeats));
        if (node.most >= 0 && node.most < node.least) fail(tr("the numbers in {} are in the wrong order"));
        return true;
    }

    std::optional<PatternNode> atom()
    {
        const char32_t c = m_text.at(m_at++);
        switch (c) {
        case U'.':
            return anyCharacter();
        case U'^':
            return assertion(Place::Begin);
        case U'$':
            return assertion(Place::End);
        case U'(':
            return bracket();
        case U'[':
            return characterClass();
        case U'\\':
            return escape();
        case U'*':
        case U'+':
        case U'?':
            --m_at;
            fail(tr("nothing to repeat before '%1'").arg(QChar(static_cast<char16_t>(c))));
            return {};
        default:
            return set({{c, c}});
        }
    }

    static PatternNode anyCharacter()
    {
        PatternNode node;
        node.kind = PatternNode::Kind::Set;
        node.ranges = {{0, lastCharacter}};
        return node;
    }

    std::optional<PatternNode> bracket()
    {
        if (take(U'?')) {
            if (take(U'i')) {
                if (!take(U')')) fail(tr("only (?i) is understood after '(?i'"));
                m_matchCase = false;
                return {};
            }
            const bool isNamed = peek() == U'<' || peek() == U'P';
            if (isNamed) {
                take(U'P');
                take(U'<');
                if (peek() == U'=' || peek() == U'!') fail(tr("look-behind is not supported: it can take forever"));
                while (more() && !take(U'>'))
                    ++m_at;
            } else if (peek() == U'=' || peek() == U'!') {
                fail(tr("look-ahead is not supported: it can take forever"));
            } else if (!take(U':')) {
                fail(tr("unknown kind of bracket"));
            }
        }
        PatternNode node = choice();
        if (!take(U')')) fail(tr("')' is missing"));
        return node;
    }

    char32_t hexadecimal(int digits)
    {
        char32_t value = 0;
        const bool isBraced = digits == 2 && take(U'{');
        for (int i = 0; more() && i < (isBraced ? 6 : digits); ++i) {
            const char32_t c = peek();
            const int digit = c >= U'0' && c <= U'9'   ? static_cast<int>(c - U'0')
                              : c >= U'a' && c <= U'f' ? static_cast<int>(c - U'a') + 10
                              : c >= U'A' && c <= U'F' ? static_cast<int>(c - U'A') + 10
                                                       : -1;
            if (digit < 0) break;
            value = value * 16 + static_cast<char32_t>(digit);
            ++m_at;
        }
        if (isBraced && !take(U'}')) fail(tr("'}' is missing"));
        return std::min(value, lastCharacter);
    }

    /// The character that an escape other than a class stands for.
    char32_t escaped(char32_t c)
    {
        switch (c) {
        case U't':
            return U'\t';
        case U'r':
            return U'\r';
        case U'n':
            return U'\n';
        case U'f':
            return U'\f';
        case U'v':
            return U'\v';
        case U'a':
            return U'\a';
        case U'e':
            return 0x1b;
        case U'x':
            return hexadecimal(2);
        case U'u':
            return hexadecimal(4);
        default:
            if (c < 128 && QChar::isLetterOrNumber(c)) fail(tr("unknown escape '\\%1'").arg(QChar(static_cast<char16_t>(c))));
            return c;
        }
    }

    std::optional<PatternNode> escape()
    {
        if (!more()) {
            fail(tr("'\\' at the end"));
            return {};
        }
        const char32_t c = m_text.at(m_at++);
        if (const CharacterRanges ranges = escapedClass(c); !ranges.empty()) {
            PatternNode node;
            node.kind = PatternNode::Kind::Set;
            node.ranges = ranges;
            return node;
        }
        if (c == U'b') return assertion(Place::WordEdge);
        if (c == U'B') return assertion(Place::NoWordEdge);
        if (c == U'A') return assertion(Place::Begin);
        if (c == U'z' || c == U'Z') return assertion(Place::End);
        if ((c >= U'1' && c <= U'9') || c == U'k' || c == U'g') {
            fail(tr("references to earlier groups are not supported: they can take forever"));
            return {};
        }
        const char32_t character = escaped(c);
        return set({{character, character}});
    }

    std::optional<PatternNode> characterClass()
    {
        const bool isInverted = take(U'^');
        CharacterRanges ranges;
        bool isFirst = true;
        while (more() && (isFirst || peek() != U']')) {
            isFirst = false;
            char32_t low = m_text.at(m_at++);
            if (low == U'[' && peek() == U':') {
                const qsizetype begin = ++m_at;
                while (more() && peek() != U':')
                    ++m_at;
                const QString name = QString::fromUcs4(m_text.constData() + begin, m_at - begin);
                const CharacterRanges named = posixClass(name);
                if (named.empty() || !take(U':') || !take(U']')) fail(tr("unknown class [:%1:]").arg(name));
                ranges.insert(ranges.end(), named.begin(), named.end());
                continue;
            }
            if (low == U'\\' && more()) {
                const char32_t c = m_text.at(m_at++);
                if (const CharacterRanges named = escapedClass(c); !named.empty()) {
                    ranges.insert(ranges.end(), named.begin(), named.end());
                    continue;
                }
                low = c == U'b' ? 8 : escaped(c);
            }
            char32_t high = low;
            if (peek() == U'-' && m_at + 1 < m_text.size() && m_text.at(m_at + 1) != U']') {
                ++m_at;
                high = m_text.at(m_at++);
                if (high == U'\\' && more()) high = escaped(m_text.at(m_at++));
                if (high < low) fail(tr("a range in [] is in the wrong order"));
            }
            ranges.push_back({low, high});
        }
        if (!take(U']')) fail(tr("']' is missing"));
        PatternNode node = set(std::move(ranges));
        if (isInverted) node.ranges = inverted(node.ranges);
        return node;
    }

    QList<char32_t> m_text;
    bool m_matchCase;
    qsizetype m_at = 0;
    int m_depth = 0;
    QString m_problem;
    qsizetype m_problemAt = 0;
};

} // namespace

Result<PatternNode> parseExpression(const QString& text, bool matchCase)
{
    return Parser(text, matchCase).parse();
}

PatternNode parsePlain(const QString& text, bool matchCase)
{
    PatternNode node;
    for (const uint c : text.toUcs4()) {
        PatternNode part;
        part.kind = PatternNode::Kind::Set;
        part.ranges = {{c, c}};
        if (!matchCase) addBothCases(part.ranges);
        node.parts.push_back(std::move(part));
    }
    return node;
}

} // namespace tropero
