// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/appfigures.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

bool isPlain(const QJsonValue& value)
{
    return value.isDouble() || value.isBool() || (value.isString() && value.toString().size() <= AppFigures::longestText);
}

} // namespace

bool AppFigures::take(const QJsonObject& message)
{
    const QString type = message[u"type"].toString();
    const QJsonObject data = message[u"data"].toObject();
    if (type == "axm:monitor"_L1)
        return merge(data);
    if (type != "axm:action"_L1)
        return false;
    const QString action = data[u"action_name"].toString();
    if (action.isEmpty() || action.size() > longestText || m_actions.size() >= most || m_actions.contains(action))
        return false;
    m_actions.append(action);
    return true;
}

bool AppFigures::merge(const QJsonObject& values)
{
    static constexpr std::array members{"value"_L1, "unit"_L1, "type"_L1};
    const QJsonObject before = m_figures;
    for (auto it = values.constBegin(); it != values.constEnd(); ++it) {
        if (it.key().size() > longestText || (m_figures.size() >= most && !m_figures.contains(it.key())))
            continue;
        const QJsonObject given = it.value().isObject() ? it.value().toObject() : QJsonObject{{u"value"_s, it.value()}};
        QJsonObject figure;
        for (const QLatin1StringView member : members) {
            if (isPlain(given[member]))
                figure.insert(member, given[member]);
        }
        if (figure.contains("value"_L1))
            m_figures.insert(it.key(), figure);
    }
    return m_figures != before;
}

void AppFigures::clear()
{
    m_figures = {};
    m_actions.clear();
}

} // namespace tropero
