// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/readinesswatch.h"

#include "platform/ports.h"
#include "supervision/run.h"

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

constexpr int portsEveryMs = 100;

} // namespace

ReadinessWatch::ReadinessWatch(Run& run, Sign sign, const QString& probe, Milliseconds uptime)
    : m_run(run), m_sign(sign), m_uptime(uptime), m_probe(probe.isEmpty() ? nullptr : std::make_unique<ReadinessProbe>(probe))
{
    connect(&m_run, &Run::message, this, [this](const QJsonValue& data) {
        if (m_sign == Sign::Message && data.toString() == "ready"_L1)
            signSeen();
    });
    connect(&m_run, &Run::listening, this, [this] {
        if (m_sign == Sign::Listening || m_sign == Sign::Uptime)
            signSeen();
    });
    if (m_probe)
        connect(m_probe.get(), &ReadinessProbe::ready, this, &ReadinessWatch::reached);
}

void ReadinessWatch::start()
{
    if (m_signSeen)
        return;
    const bool listeningCounts = m_sign == Sign::Listening || m_sign == Sign::Uptime;
    if (m_sign == Sign::Started || (listeningCounts && m_run.hasListened())) {
        signSeen();
    } else if (m_sign == Sign::Listening) {
        // A worker's agent tells; of any other program the system knows.
        m_timer.setInterval(portsEveryMs);
        connect(&m_timer, &QTimer::timeout, this, &ReadinessWatch::lookForPorts);
        m_timer.start();
    } else if (m_sign == Sign::Uptime) {
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, &ReadinessWatch::signSeen);
        m_timer.start(m_uptime);
    }
}

void ReadinessWatch::lookForPorts()
{
    const QHash<qint64, QList<int>> ports = platform::listeningPortsOf(m_run.pids());
    if (!ports.isEmpty())
        signSeen();
}

void ReadinessWatch::signSeen()
{
    if (m_signSeen)
        return;
    m_signSeen = true;
    m_timer.stop();
    if (m_probe)
        m_probe->start();
    else
        Q_EMIT reached();
}

Reason ReadinessWatch::missing() const
{
    if (m_signSeen && m_probe)
        return m_probe->lastFailure().isEmpty() ? Reason::of(ReasonCode::ProbeNoAnswer) : m_probe->lastFailure();
    switch (m_sign) {
    case Sign::Listening:
        return Reason::of(ReasonCode::NotListening);
    case Sign::Message:
        return Reason::of(ReasonCode::NoReadyMessage);
    case Sign::Started:
    case Sign::Uptime:
        break;
    }
    return Reason::of(ReasonCode::NotStarted);
}

ReadinessWatch::Sign awaitedSign(const ReadinessPolicy& policy, const Run* predecessor)
{
    using When = ReadinessPolicy::When;
    using Sign = ReadinessWatch::Sign;
    switch (policy.when) {
    case When::Listening:
        return Sign::Listening;
    case When::Ready:
        return Sign::Message;
    case When::Online:
        return predecessor ? Sign::Uptime : Sign::Started;
    case When::Auto:
        break;
    }
    if (!predecessor)
        return Sign::Started;
    return predecessor->hasListened() ? Sign::Listening : Sign::Uptime;
}

} // namespace tropero
