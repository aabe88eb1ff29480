// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/loghighlights.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype searchedBytes = 8 * 1024; ///< of a line that is painted
constexpr std::array<QLatin1StringView, LogHighlight::colors> colorNames{"blue"_L1, "green"_L1, "amber"_L1, "red"_L1, "violet"_L1, "grey"_L1};

Result<LogPattern> patternOf(const LogHighlight& rule)
{
    return LogPattern::make(rule.text, (rule.isRegex ? LogPattern::Regex : LogPattern::Plain) | (rule.matchCase ? LogPattern::MatchCase : 0));
}

} // namespace

QList<LogHighlight> LogHighlights::fromJson(const QString& json)
{
    QList<LogHighlight> rules;
    for (const QJsonValue& value : QJsonDocument::fromJson(json.toUtf8()).array()) {
        const QJsonObject entry = value.toObject();
        const auto* const color = std::ranges::find(colorNames, entry["color"_L1].toString());
        if (color == colorNames.end() || !entry["text"_L1].isString() || rules.size() >= mostRules) continue;
        rules.append({entry["text"_L1].toString(), entry["regex"_L1].toBool(), entry["case"_L1].toBool(),
                      static_cast<LogHighlight::Color>(color - colorNames.begin()), entry["line"_L1].toBool(), entry["on"_L1].toBool(true)});
    }
    return rules;
}

QString LogHighlights::toJson(const QList<LogHighlight>& rules)
{
    if (rules.isEmpty()) return {};
    QJsonArray array;
    for (const LogHighlight& rule : rules)
        array.append(QJsonObject{{u"text"_s, rule.text},
                                 {u"regex"_s, rule.isRegex},
                                 {u"case"_s, rule.matchCase},
                                 {u"color"_s, QString(colorNames.at(static_cast<size_t>(rule.color)))},
                                 {u"line"_s, rule.wholeLine},
                                 {u"on"_s, rule.isOn}});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QString LogHighlights::problemOf(const LogHighlight& rule)
{
    if (rule.text.isEmpty()) return {};
    const Result<LogPattern> pattern = patternOf(rule);
    return pattern ? QString() : pattern.error().why;
}

void LogHighlights::setRules(const QList<LogHighlight>& rules)
{
    if (m_rules == rules) return;
    m_rules = rules;
    m_active.clear();
    for (const LogHighlight& rule : rules) {
        if (!rule.isOn || rule.text.isEmpty()) continue;
        if (const Result<LogPattern> pattern = patternOf(rule)) m_active.push_back({LogMatcher(*pattern), rule.color, rule.wholeLine});
    }
}

LogHighlights::Found LogHighlights::find(const QString& text)
{
    Found found;
    if (m_active.empty()) return found;
    const QByteArray bytes = text.toUtf8();
    const QByteArrayView searched = QByteArrayView(bytes).first(std::min(bytes.size(), searchedBytes));
    for (auto rule = m_active.rbegin(); rule != m_active.rend(); ++rule) {
        if (!rule->matcher.matches(searched)) continue;
        if (rule->wholeLine) {
            found.line = rule->color;
            continue;
        }
        for (const LogMatcher::Range& range : rule->matcher.ranges(searched)) {
            const qsizetype begin = QString::fromUtf8(bytes.constData(), range.begin).size();
            const qsizetype length = QString::fromUtf8(bytes.constData() + range.begin, range.length).size();
            found.ranges.append({begin, length, rule->color});
        }
    }
    return found;
}

} // namespace tropero
