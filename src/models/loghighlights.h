// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logmatcher.h"

#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace tropero {

/// Lines, or what matches in them, drawn in a colour.
struct LogHighlight
{
    enum class Color { Blue, Green, Amber, Red, Violet, Grey };
    static constexpr int colors = 6;

    QString text;
    bool isRegex = false;
    bool matchCase = false;
    Color color = Color::Amber;
    bool wholeLine = false; ///< otherwise only what matches
    bool isOn = true;

    bool operator==(const LogHighlight&) const = default;
};

/// The highlight rules of a log, the first that matches counting most.
class LogHighlights
{
public:
    static constexpr qsizetype mostRules = 50;

    /// As toJson() wrote them; what cannot be read is left out.
    static QList<LogHighlight> fromJson(const QString& json);
    static QString toJson(const QList<LogHighlight>& rules);
    /// Why a rule cannot be used; empty when it can.
    static QString problemOf(const LogHighlight& rule);

    void setRules(const QList<LogHighlight>& rules);
    const QList<LogHighlight>& rules() const { return m_rules; }

    struct Range
    {
        qsizetype begin = 0; ///< in characters
        qsizetype length = 0;
        LogHighlight::Color color{};
    };
    struct Found
    {
        std::optional<LogHighlight::Color> line;
        QList<Range> ranges; ///< a later one covers earlier ones
    };
    /// What the rules say of one line as it is shown; takes a bounded time.
    Found find(const QString& text);

private:
    struct Active
    {
        LogMatcher matcher;
        LogHighlight::Color color;
        bool wholeLine;
    };

    QList<LogHighlight> m_rules;
    std::vector<Active> m_active; ///< those that are on and can be used, in their order
};

} // namespace tropero
