// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logpattern.h"

#include "models/logpatterntree.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tropero {

namespace {

using Step = LogPattern::Step;
using Kind = PatternNode::Kind;

constexpr size_t mostSteps = 20'000;

/// Builds a program from its end to its begin: each part is given the step that follows it.
class Compiler
{
public:
    explicit Compiler(std::vector<Step>& steps) : m_steps(steps) {}

    bool isTooLarge() const { return m_steps.size() > mostSteps; }
    bool hasAssertions() const { return m_hasAssertions; }

    int add(const Step& step)
    {
        m_steps.push_back(step);
        return static_cast<int>(m_steps.size()) - 1;
    }

    int compile(const PatternNode& node, int next)
    {
        if (isTooLarge()) return next;
        switch (node.kind) {
        case Kind::Sequence:
            for (auto part = node.parts.rbegin(); part != node.parts.rend(); ++part)
                next = compile(*part, next);
            return next;
        case Kind::Choice: {
            int entry = compile(node.parts.back(), next);
            for (auto part = node.parts.rbegin() + 1; part != node.parts.rend(); ++part)
                entry = split(compile(*part, next), entry);
            return entry;
        }
        case Kind::Repeat:
            return repeat(node, next);
        case Kind::Assert: {
            m_hasAssertions = true;
            Step step;
            step.kind = Step::Kind::Assert;
            step.place = node.place;
            step.next = next;
            return add(step);
        }
        case Kind::Set:
            break;
        }
        m_entry = -1;
        for (const CharacterRange& range : node.ranges)
            addRange(range.low, range.high, next);
        if (m_entry >= 0) return m_entry;
        Step never; // an empty set
        never.kind = Step::Kind::Byte;
        never.low = 1;
        return add(never);
    }

private:
    int split(int one, int other)
    {
        Step step;
        step.kind = Step::Kind::Split;
        step.next = one;
        step.other = other;
        return add(step);
    }

    int repeat(const PatternNode& node, int next)
    {
        const PatternNode& part = node.parts.front();
        if (node.most == PatternNode::unbounded) {
            const int loop = split(0, next);
            m_steps[static_cast<size_t>(loop)].next = compile(part, loop);
            next = loop;
        } else {
            const int end = next;
            for (int i = node.least; i < node.most && !isTooLarge(); ++i)
                next = split(compile(part, next), end);
        }
        for (int i = 0; i < node.least && !isTooLarge(); ++i)
            next = compile(part, next);
        return next;
    }

    static int encode(char32_t c, std::array<quint8, 4>& bytes)
    {
        if (c < 0x80) {
            bytes[0] = static_cast<quint8>(c);
            return 1;
        }
        const int length = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        constexpr std::array<quint8, 5> lead{0, 0, 0xc0, 0xe0, 0xf0};
        for (int i = length - 1; i > 0; --i, c >>= 6)
            bytes[static_cast<size_t>(i)] = static_cast<quint8>(0x80 | (c & 0x3f));
        bytes[0] = static_cast<quint8>(lead[static_cast<size_t>(length)] | c);
        return length;
    }

    /// Splits a range of characters until each part is a sequence of ranges of bytes.
    void addRange(char32_t low, char32_t high, int next)
    {
        for (const char32_t last : {char32_t{0x7f}, char32_t{0x7ff}, char32_t{0xffff}}) {
            if (low > last || high <= last) continue;
            addRange(low, last, next);
            addRange(last + 1, high, next);
            return;
        }
        for (int i = 1; i < 4 && high >= 0x80; ++i) {
            const char32_t mask = (char32_t{1} << (6 * i)) - 1;
            if ((low & ~mask) == (high & ~mask)) continue;
            if ((low & mask) != 0) {
                addRange(low, low | mask, next);
                addRange((low | mask) + 1, high, next);
                return;
            }
            if ((high & mask) != mask) {
                addRange(low, (high & ~mask) - 1, next);
                addRange(high & ~mask, high, next);
                return;
            }
        }
        std::array<quint8, 4> from{};
        std::array<quint8, 4> to{};
        const int length = encode(low, from);
        encode(high, to);
        for (int i = length - 1; i >= 0; --i) {
            Step step;
            step.kind = Step::Kind::Byte;
            step.low = from[static_cast<size_t>(i)];
            step.high = to[static_cast<size_t>(i)];
            step.next = next;
            next = add(step);
        }
        m_entry = m_entry < 0 ? next : split(next, m_entry);
    }

    std::vector<Step>& m_steps;
    int m_entry = -1;
    bool m_hasAssertions = false;
};

/// Longest text that every match must contain; `current` is what the last parts add up to.
struct Literals
{
    QByteArray best;
    QByteArray current;

    void end()
    {
        if (current.size() > best.size()) best = current;
        current.clear();
    }
    void walk(const PatternNode& node)
    {
        switch (node.kind) {
        case Kind::Sequence:
            for (const PatternNode& part : node.parts)
                walk(part);
            break;
        case Kind::Set:
            if (node.ranges.size() == 1 && node.ranges.front().low == node.ranges.front().high)
                current += QString::fromUcs4(&node.ranges.front().low, 1).toUtf8();
            else
                end();
            break;
        case Kind::Repeat:
            end();
            if (node.least > 0) walk(node.parts.front());
            end();
            break;
        case Kind::Choice:
            end();
            break;
        case Kind::Assert:
            break;
        }
    }
};

bool isText(const PatternNode& node)
{
    return node.kind == Kind::Set ? node.ranges.size() == 1 && node.ranges.front().low == node.ranges.front().high
                                  : node.kind == Kind::Sequence && std::ranges::all_of(node.parts, isText);
}

} // namespace

Result<LogPattern> LogPattern::make(const QString& text, int options)
{
    const bool matchCase = (options & MatchCase) != 0;
    const Result<PatternNode> tree =
        (options & Regex) != 0 ? parseExpression(text, matchCase) : parsePlain(text, matchCase);
    if (!tree) return std::unexpected(tree.error());
    LogPattern pattern;
    Compiler compiler(pattern.m_steps);
    pattern.m_start = compiler.compile(*tree, compiler.add({}));
    if (compiler.isTooLarge())
        return failure(ErrorCode::InvalidArgument,
                       QCoreApplication::translate("LogPattern", "The expression cannot be used"), {},
                       QCoreApplication::translate("LogPattern", "its repetitions make it too large"), {});
    pattern.m_hasAssertions = compiler.hasAssertions();
    Literals literals;
    literals.walk(*tree);
    literals.end();
    pattern.m_literal = literals.best;
    pattern.m_isLiteral = isText(*tree);
    return pattern;
}

} // namespace tropero
