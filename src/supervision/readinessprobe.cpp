// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/readinessprobe.h"

#include <QNetworkProxy>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tropero {

namespace {

constexpr auto pause = 100ms;
constexpr auto longestTry = 2s;
constexpr qint64 longestStatusLine = 1024;

} // namespace

ReadinessProbe::ReadinessProbe(const QString& url, QObject* parent) : QObject(parent), m_url(url), m_address(ProbeAddress::parse(url))
{
    if (m_address) {
        const QString host = m_address->host;
        m_place = (host.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(host).arg(m_address->port);
        // No look-up, which would take a thread: an app listens on one of these, or on both.
        if (host.compare("localhost"_L1, Qt::CaseInsensitive) == 0)
            m_hosts = QStringList{u"127.0.0.1"_s, u"::1"_s};
        else if (host == "0.0.0.0"_L1)
            m_hosts = QStringList{u"127.0.0.1"_s};
        else if (host == "::"_L1)
            m_hosts = QStringList{u"::1"_s};
        else
            m_hosts = QStringList{host};
    }
    m_socket.setProxy(QNetworkProxy::NoProxy);
    m_pause.setSingleShot(true);
    m_limit.setSingleShot(true);
    m_limit.setInterval(longestTry);
    connect(&m_pause, &QTimer::timeout, this, &ReadinessProbe::tryNow);
    connect(&m_limit, &QTimer::timeout, this, [this] { tryFailed(Reason::of(ReasonCode::ProbeSilent, {m_place})); });
    connect(&m_socket, &QTcpSocket::connected, this, &ReadinessProbe::connected);
    connect(&m_socket, &QTcpSocket::readyRead, this, &ReadinessProbe::readAnswer);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, &ReadinessProbe::socketFailed);
}

ReadinessProbe::~ReadinessProbe()
{
    stop();
}

Result<void> ReadinessProbe::check(const QString& url)
{
    const Result<ProbeAddress> address = ProbeAddress::parse(url);
    if (!address)
        return std::unexpected(address.error());
    return {};
}

void ReadinessProbe::start()
{
    stop();
    m_lastFailure = {};
    if (!m_address) {
        m_lastFailure = Reason::ofError(m_address.error());
        return;
    }
    m_active = true;
    m_host = 0;
    m_pause.start(0ms);
}

void ReadinessProbe::stop()
{
    m_active = false;
    m_pause.stop();
    m_limit.stop();
    m_socket.abort();
}

void ReadinessProbe::tryNow()
{
    m_answer.clear();
    m_limit.start();
    m_socket.connectToHost(m_hosts.at(m_host), static_cast<quint16>(m_address->port));
}

void ReadinessProbe::connected()
{
    if (!m_active)
        return;
    if (!m_address->http) {
        succeed();
        return;
    }
    m_socket.write("GET " + m_address->path.toUtf8() + " HTTP/1.1\r\nHost: " + m_place.toUtf8()
                   + "\r\nUser-Agent: tropero\r\nAccept: */*\r\nConnection: close\r\n\r\n");
}

void ReadinessProbe::readAnswer()
{
    if (!m_active || !m_address->http)
        return;
    m_answer += m_socket.read(longestStatusLine - m_answer.size());
    const qsizetype end = m_answer.indexOf('\n');
    if (end < 0 && m_answer.size() < longestStatusLine)
        return;
    const QList<QByteArray> words = m_answer.first(std::max<qsizetype>(end, 0)).trimmed().split(' ');
    bool isNumber = false;
    const int status = words.value(1).toInt(&isNumber);
    if (!words.constFirst().startsWith("HTTP/1.") || !isNumber)
        tryFailed(Reason::of(ReasonCode::ProbeNoHttp, {m_place}));
    else if (status >= 200 && status < 400)
        succeed();
    else
        tryFailed(Reason::of(ReasonCode::ProbeStatus, {m_url, status}));
}

void ReadinessProbe::socketFailed(QAbstractSocket::SocketError error)
{
    if (!m_active || !m_limit.isActive())
        return;
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError: tryFailed(Reason::of(ReasonCode::ProbeRefused, {m_place})); break;
    case QAbstractSocket::RemoteHostClosedError: tryFailed(Reason::of(ReasonCode::ProbeClosed, {m_place})); break;
    case QAbstractSocket::HostNotFoundError: tryFailed(Reason::of(ReasonCode::ProbeHostUnknown, {m_address->host})); break;
    default: tryFailed(u"%1: %2"_s.arg(m_place, m_socket.errorString()));
    }
}

void ReadinessProbe::tryFailed(const Reason& why)
{
    m_limit.stop();
    // Of several hosts, the failure of one that answered is the one to tell.
    if (m_host == 0 || m_socket.state() == QAbstractSocket::ConnectedState)
        m_lastFailure = why;
    m_host = (m_host + 1) % m_hosts.size();
    m_pause.start(m_host == 0 ? pause : 0ms);
    m_socket.abort();
}

void ReadinessProbe::succeed()
{
    stop();
    Q_EMIT ready();
}

} // namespace tropero
