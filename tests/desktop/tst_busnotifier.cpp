// SPDX-License-Identifier: GPL-3.0-or-later
// The system's notifications, against a service of our own on a bus of its own.
#include "desktop/busnotifier.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace tropero;
using namespace Qt::StringLiterals;

namespace {

class Service : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown
    {
        uint replaces = 0;
        QString title;
        QString text;
        QStringList actions;
        QVariantMap hints;
    };
    QStringList capabilities{u"actions"_s, u"body"_s};
    QList<Shown> shown;
    uint next = 40;

public Q_SLOTS:
    QStringList GetCapabilities() { return capabilities; }
    uint Notify(const QString&, uint replaces, const QString&, const QString& title, const QString& text, const QStringList& actions,
                const QVariantMap& hints, int)
    {
        shown.append({replaces, title, text, actions, hints});
        return replaces > 0 ? replaces : ++next;
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString& action);
    void NotificationClosed(uint id, uint reason);
};

Notification sample()
{
    Notification one;
    one.subject = u"web"_s;
    one.title = u"web crashed"_s;
    one.text = u"<b>exit</b> & code 1"_s;
    one.actions = {{u"default"_s, u"Open Tropero"_s}, {u"log"_s, u"Show log"_s}};
    return one;
}

} // namespace

class BusNotifierTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString program = QStandardPaths::findExecutable(u"dbus-daemon"_s);
        if (program.isEmpty()) QSKIP("there is no dbus-daemon here");
        m_daemon.start(program, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        QVERIFY(m_daemon.waitForReadyRead(20'000));
        m_address = QString::fromLocal8Bit(m_daemon.readLine()).trimmed();
        QVERIFY(!m_address.isEmpty());
        QDBusConnection server = QDBusConnection::connectToBus(m_address, u"server"_s);
        QVERIFY(server.isConnected());
    }

    void cleanupTestCase()
    {
        for (const QString& name : {u"server"_s, u"client"_s})
            QDBusConnection::disconnectFromBus(name);
        m_daemon.terminate();
        m_daemon.waitForFinished(5'000);
    }

    void init()
    {
        m_service = std::make_unique<Service>();
        QDBusConnection server(u"server"_s);
        QVERIFY(server.registerObject(u"/org/freedesktop/Notifications"_s, m_service.get(), QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(server.registerService(u"org.freedesktop.Notifications"_s));
    }

    void cleanup()
    {
        QDBusConnection server(u"server"_s);
        server.unregisterService(u"org.freedesktop.Notifications"_s);
        server.unregisterObject(u"/org/freedesktop/Notifications"_s);
    }

    void showsAndIsAnswered()
    {
        BusNotifier notifier([this] { return QDBusConnection::connectToBus(m_address, u"client"_s); });
        QSignalSpy activated(&notifier, &Notifier::activated);
        notifier.show(sample());
        QTRY_COMPARE(m_service->shown.size(), 1);
        QCOMPARE(m_service->shown.first().title, u"web crashed"_s);
        QCOMPARE(m_service->shown.first().text, u"<b>exit</b> & code 1"_s); // this service knows no markup
        QCOMPARE(m_service->shown.first().actions, (QStringList{u"default"_s, u"Open Tropero"_s, u"log"_s, u"Show log"_s}));
        QCOMPARE(m_service->shown.first().hints.value(u"urgency"_s).toInt(), 1);
        const auto press = [&](uint id) { // until the answer with the id has come
            Q_EMIT m_service->ActionInvoked(id, u"log"_s);
            return !activated.isEmpty();
        };
        QTRY_VERIFY(press(41));
        QCOMPARE(activated.first().first().toString(), u"web"_s);
        QCOMPARE(activated.first().last().toString(), u"log"_s);
        // One more about the same takes its place.
        notifier.show(sample());
        QTRY_COMPARE(m_service->shown.size(), 2);
        QCOMPARE(m_service->shown.last().replaces, 41U);
        // Those of other programs are not ours.
        activated.clear();
        Q_EMIT m_service->ActionInvoked(7, u"log"_s);
        Q_EMIT m_service->NotificationClosed(41, 2);
        Q_EMIT m_service->ActionInvoked(41, u"log"_s);
        Notification other = sample();
        other.subject = u"api"_s;
        notifier.show(other);
        QTRY_COMPARE(m_service->shown.size(), 3);
        QCOMPARE(m_service->shown.last().replaces, 0U);
        QVERIFY(activated.isEmpty());
    }

    void textsAreNeverMarkup()
    {
        m_service->capabilities = {u"body-markup"_s};
        BusNotifier notifier([this] { return QDBusConnection::connectToBus(m_address, u"client"_s); });
        notifier.show(sample());
        QTRY_COMPARE(m_service->shown.size(), 1);
        QCOMPARE(m_service->shown.first().text, u"&lt;b&gt;exit&lt;/b&gt; &amp; code 1"_s);
        QVERIFY(m_service->shown.first().actions.isEmpty()); // it has no buttons
    }

    void nobodyThere()
    {
        cleanup();
        BusNotifier notifier([this] { return QDBusConnection::connectToBus(m_address, u"client"_s); });
        QSignalSpy refused(&notifier, &Notifier::refused);
        notifier.show(sample());
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused.first().first().value<Notification>().title, u"web crashed"_s);
        BusNotifier without([] { return QDBusConnection(u"no such bus"_s); });
        QSignalSpy refusedToo(&without, &Notifier::refused);
        without.show(sample());
        QCOMPARE(refusedToo.size(), 1);
    }

private:
    QProcess m_daemon;
    QString m_address;
    std::unique_ptr<Service> m_service;
};

QTEST_MAIN(BusNotifierTest)
#include "tst_busnotifier.moc"
