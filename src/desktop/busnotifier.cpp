// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/busnotifier.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QVariantMap>

#include <utility>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int answerTimeoutMs = 5'000;

QDBusMessage callOf(const QString& method)
{
    return QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s, u"org.freedesktop.Notifications"_s, method);
}

} // namespace

BusNotifier::BusNotifier(Bus bus, QObject* parent) : Notifier(parent), m_makeBus(std::move(bus))
{
}

bool BusNotifier::join()
{
    if (m_bus) return m_bus->isConnected();
    m_bus = m_makeBus();
    if (!m_bus->isConnected()) return false;
    const QString path = u"/org/freedesktop/Notifications"_s;
    const QString interface = u"org.freedesktop.Notifications"_s;
    m_bus->connect({}, path, interface, u"ActionInvoked"_s, this, SLOT(invoked(uint,QString)));
    m_bus->connect({}, path, interface, u"NotificationClosed"_s, this, SLOT(closed(uint,uint)));
    return true;
}

void BusNotifier::show(const Notification& notification)
{
    if (!join()) {
        Q_EMIT refused(notification);
        return;
    }
    if (m_known) {
        send(notification);
        return;
    }
    m_waiting.append(notification);
    askWhatItCan();
}

void BusNotifier::askWhatItCan()
{
    if (std::exchange(m_asking, true)) return;
    auto* watcher = new QDBusPendingCallWatcher(m_bus->asyncCall(callOf(u"GetCapabilities"_s), answerTimeoutMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_asking = false;
        const QDBusPendingReply<QStringList> reply = *watcher;
        const QList<Notification> waiting = std::exchange(m_waiting, {});
        m_known = !reply.isError(); // a service that is not there now may be there for the next one
        if (m_known) {
            m_markup = reply.value().contains(u"body-markup"_s);
            m_buttons = reply.value().contains(u"actions"_s);
        }
        for (const Notification& each : waiting) {
            if (m_known) send(each);
            else Q_EMIT refused(each);
        }
    });
}

void BusNotifier::send(const Notification& notification)
{
    QStringList actions;
    for (const auto& [key, title] : notification.actions) {
        if (m_buttons) actions << key << title;
    }
    const QVariantMap hints{{u"urgency"_s, QVariant::fromValue<uchar>(notification.urgent ? 2 : 1)},
                            {u"desktop-entry"_s, QGuiApplication::desktopFileName()}};
    QDBusMessage message = callOf(u"Notify"_s);
    message << QGuiApplication::applicationDisplayName() << m_subjects.key(notification.subject, 0U) << u"tropero"_s << notification.title
            << (m_markup ? notification.text.toHtmlEscaped() : notification.text) << actions << hints << -1;
    auto* watcher = new QDBusPendingCallWatcher(m_bus->asyncCall(message, answerTimeoutMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notification] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isError()) {
            m_known = false;
            Q_EMIT refused(notification);
            return;
        }
        m_subjects.removeIf([&](const auto& entry) { return entry.value() == notification.subject; });
        m_subjects.insert(reply.value(), notification.subject);
    });
}

void BusNotifier::invoked(uint id, const QString& action)
{
    // The signal tells everybody of everybody's notifications.
    const auto found = m_subjects.constFind(id);
    if (found != m_subjects.cend()) Q_EMIT activated(QString(*found), action);
}

void BusNotifier::closed(uint id, uint)
{
    m_subjects.remove(id);
}

} // namespace tropero
