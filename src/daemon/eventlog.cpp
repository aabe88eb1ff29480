// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/eventlog.h"

#include "daemon/daemonlog.h"
#include "daemon/managedapp.h"

#include <QDateTime>

namespace tropero {

using namespace Qt::StringLiterals;

EventLog::EventLog(DaemonLog& log, QObject* parent) : QObject(parent), m_log(log) {}

void EventLog::fromGuard(const ManagedApp& app, QJsonObject event)
{
    event.insert("app"_L1, app.id);
    event.insert("name"_L1, app.spec.name);
    if (event["at"_L1].toInteger() <= 0) event.insert("at"_L1, QDateTime::currentMSecsSinceEpoch());
    Q_EMIT happened(event);
}

void EventLog::own(const ManagedApp& app, int number, QLatin1StringView kind, const Reason& reason, InstanceState from,
                   InstanceState to)
{
    QJsonObject event{{u"at"_s, QDateTime::currentMSecsSinceEpoch()},
                      {u"app"_s, app.id},
                      {u"name"_s, app.spec.name},
                      {u"number"_s, number},
                      {u"kind"_s, QString(kind)},
                      {u"from"_s, stateKey(from)},
                      {u"to"_s, stateKey(to)}};
    reason.write(event);
    Q_EMIT happened(event);
}

void EventLog::note(const QString& text)
{
    m_log.write(text);
}

} // namespace tropero
