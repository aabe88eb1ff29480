// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "supervision/instanceevent.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace tropero {

/// The events that the daemon has not confirmed. What was written to a connection may never have been read, so an event stays here
/// until it is confirmed, and a new connection is told all of them again.
class EventOutbox
{
public:
    /// When full, the oldest one goes.
    static constexpr int capacity = 1'000;

    void add(const InstanceEvent& event);
    /// On a new connection: nothing counts as told any more.
    void forgetTold() { m_told = m_first; }
    bool hasNews() const { return m_told < end(); }
    /// All are confirmed.
    bool isEmpty() const { return m_events.isEmpty(); }
    /// Those not told yet, which count as told now: `events`, and in `firstEvent` the running number of the first of them since the
    /// guard began, by which one that comes twice is known.
    QJsonObject takeNews();
    /// The number after the last event told: what to confirm when the answer to it has come.
    qint64 told() const { return m_told; }
    /// All before that number have arrived.
    void confirm(qint64 before);

private:
    qint64 end() const { return m_first + m_events.size(); }

    QList<InstanceEvent> m_events;
    qint64 m_first = 0; ///< running number of the oldest one kept
    qint64 m_told = 0;  ///< running number of the first one not told on this connection
};

} // namespace tropero
