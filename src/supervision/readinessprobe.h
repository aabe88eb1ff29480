// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probeaddress.h"
#include "core/reason.h"

#include <QByteArray>
#include <QObject>
#include <QStringList>
#include <QTcpSocket>
#include <QTimer>

namespace tropero {

/// Asks an address again and again, 100 ms after each answer, until it is ready: an HTTP answer of 2xx or 3xx to a GET, or a connection that is
/// accepted. A try takes at most 2 seconds. Whoever starts it decides when to give up.
class ReadinessProbe : public QObject
{
    Q_OBJECT

public:
    /// `url`: as ProbeAddress::parse() takes it; with any other one it is never ready and lastFailure() says why.
    explicit ReadinessProbe(const QString& url, QObject* parent = nullptr);
    ~ReadinessProbe() override;

    /// What parse() says about it.
    static Result<void> check(const QString& url);

    void start();
    void stop();
    bool isActive() const { return m_active; }
    /// Why the last try failed, for people: "127.0.0.1:3000 refuses the connection", "http://... answered 503"; empty before the first.
    const Reason& lastFailure() const { return m_lastFailure; }

Q_SIGNALS:
    /// Once for each start(); it is stopped then.
    void ready();

private:
    void tryNow();
    void connected();
    void readAnswer();
    void socketFailed(QAbstractSocket::SocketError error);
    void tryFailed(const Reason& why);
    void succeed();

    QString m_url;
    Result<ProbeAddress> m_address;
    QStringList m_hosts; ///< tried one after the other
    qsizetype m_host = 0;
    QString m_place;
    QTcpSocket m_socket;
    QTimer m_pause;
    QTimer m_limit;
    QByteArray m_answer;
    Reason m_lastFailure;
    bool m_active = false;
};

} // namespace tropero
