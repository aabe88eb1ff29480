// SPDX-License-Identifier: GPL-3.0-or-later
#include "guard/eventoutbox.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tropero {

void EventOutbox::add(const InstanceEvent& event)
{
    m_events.append(event);
    if (m_events.size() > capacity)
        confirm(m_first + 1);
}

QJsonObject EventOutbox::takeNews()
{
    QJsonArray events;
    for (qint64 number = m_told; number < end(); ++number)
        events.append(m_events.at(number - m_first).toJson());
    return {{u"firstEvent"_s, std::exchange(m_told, end())}, {u"events"_s, events}};
}

void EventOutbox::confirm(qint64 before)
{
    const qint64 arrived = std::clamp(before - m_first, qint64(0), qint64(m_events.size()));
    m_events.remove(0, arrived);
    m_first += arrived;
    m_told = std::max(m_told, m_first);
}

} // namespace tropero
