// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/notifier.h"

#include <QDBusConnection>
#include <QHash>

#include <functional>
#include <optional>

namespace tropero {

/// org.freedesktop.Notifications, as desktops of Linux and the BSDs have it. The bus is joined with the first notification.
class BusNotifier : public Notifier
{
    Q_OBJECT

public:
    using Bus = std::function<QDBusConnection()>;

    explicit BusNotifier(Bus bus, QObject* parent = nullptr);

    void show(const Notification& notification) override;

private Q_SLOTS:
    void invoked(uint id, const QString& action);
    void closed(uint id, uint reason);

private:
    bool join();
    void askWhatItCan();
    void send(const Notification& notification);

    Bus m_makeBus;
    std::optional<QDBusConnection> m_bus;
    bool m_known = false;  ///< what the service can do
    bool m_asking = false;
    bool m_markup = false; ///< it reads the text as markup
    bool m_buttons = false;
    QList<Notification> m_waiting;
    QHash<uint, QString> m_subjects; ///< of what is on the screen
};

} // namespace tropero
