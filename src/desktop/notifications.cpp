// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/notifications.h"

#include "client/statemirror.h"
#include "desktop/instancecommands.h"
#include "desktop/tray.h"
#include "models/mutedapps.h"
#include "models/settings.h"

#include <QDateTime>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

Notices::Level levelOf(const QString& value)
{
    if (value == "none"_L1) return Notices::Level::None;
    return value == "gave-up"_L1 ? Notices::Level::GaveUp : Notices::Level::All;
}

} // namespace

Notifications::Notifications(const StateMirror& mirror, InstanceCommands& commands, Settings& settings, Tray& tray, std::unique_ptr<Notifier> system,
                             QObject* parent)
    : QObject(parent), m_mirror(mirror), m_commands(commands), m_settings(settings), m_tray(tray), m_system(std::move(system)), m_owner(mirror)
{
    connect(&mirror, &StateMirror::eventHappened, this, &Notifications::take);
    if (!m_system) return;
    connect(m_system.get(), &Notifier::activated, this, &Notifications::act);
    connect(m_system.get(), &Notifier::refused, this, &Notifications::showByTray);
}

void Notifications::take(const QJsonObject& event)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const qint64 pause = m_settings.value(setting::notificationPause).toLongLong() * 1000;
    const bool muted = isMuted(m_settings, event.value("name"_L1).toString());
    const Notices::Level level = muted ? Notices::Level::None : levelOf(m_settings.text(setting::notifications));
    const bool outside = m_outside.isDue(event, level, pause, now);
    const bool inside = m_inside.isDue(event, Notices::Level::All, pause, now);
    if (!outside && !inside) return;
    const StateMirror::Place place = m_mirror.instance(event.value("number"_L1).toInt(-1));
    const Notice notice = noticeOf(event, place ? place.instance->errorLog : QString());
    if (inside && notice.port > 0) explainConflict(notice, outside);
    else if (outside) show(notice);
}

void Notifications::explainConflict(Notice notice, bool outside)
{
    m_owner.find(notice.port, this, [this, notice, outside](const QString& owner) mutable {
        const QString app = notice.appName;
        notice.title = tr("%1: port %2 is taken").arg(app).arg(notice.port);
        notice.text = owner.isEmpty() ? tr("Whoever held it has let go of it by now.") : tr("It is held by %1.").arg(owner);
        Q_EMIT portConflict(notice.port, owner.isEmpty() ? tr("\u201c%1\u201d could not get port %2. Whoever held it has let go of it by now.").arg(app).arg(notice.port)
                                                         : tr("\u201c%1\u201d could not get port %2: it is held by %3.").arg(app).arg(notice.port).arg(owner));
        if (outside) show(notice);
    });
}

void Notifications::show(const Notice& notice)
{
    m_shown.insert(notice.appId, notice);
    Notification one;
    one.subject = notice.appId;
    one.title = notice.title;
    one.text = notice.text;
    one.urgent = notice.gaveUp;
    one.actions = {{u"default"_s, tr("Open Tropero")}};
    if (notice.port > 0) one.actions.append({u"port"_s, tr("Show port")});
    one.actions.append({u"log"_s, tr("Show log")});
    one.actions.append({u"restart"_s, tr("Restart")});
    if (m_system) m_system->show(one);
    else showByTray(one);
    Q_EMIT notified(notice);
}

void Notifications::showByTray(const Notification& notification)
{
    m_tray.say(notification.title, notification.text, notification.urgent, [this, subject = notification.subject] { act(subject, u"default"_s); });
}

void Notifications::act(const QString& subject, const QString& action)
{
    const Notice notice = m_shown.value(subject);
    if (action == "restart"_L1) {
        if (notice.number >= 0) m_commands.run(InstanceCommands::Action::Restart, {notice.number});
    } else if (notice.port > 0 && action != "log"_L1) {
        Q_EMIT portRequested(notice.port);
    } else {
        Q_EMIT appRequested(subject);
    }
}

} // namespace tropero
