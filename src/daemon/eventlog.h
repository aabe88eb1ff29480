// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instancestatus.h"
#include "core/reason.h"

#include <QJsonObject>
#include <QObject>

namespace tropero {

class DaemonLog;
struct ManagedApp;

/// Every transition with its reason, on its way to subscribers and history.
class EventLog : public QObject
{
    Q_OBJECT

public:
    explicit EventLog(DaemonLog& log, QObject* parent = nullptr);

    /// What a guard reported: gets the app's id and name, and the time if it has none.
    void fromGuard(const ManagedApp& app, QJsonObject event);
    /// What the daemon itself did or found.
    void own(const ManagedApp& app, int number, QLatin1StringView kind, const Reason& reason, InstanceState from, InstanceState to);
    /// A line for daemon.log only.
    void note(const QString& text);

Q_SIGNALS:
    /// An Event of the protocol.
    void happened(const QJsonObject& event);

private:
    DaemonLog& m_log;
};

} // namespace tropero
