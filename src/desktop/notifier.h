// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QString>

#include <memory>
#include <utility>

namespace tropero {

/// Something that the system shows to the user outside of the window. Its texts are never markup.
struct Notification
{
    QString subject; ///< a later one about the same replaces it
    QString title;
    QString text;
    bool urgent = false;
    QList<std::pair<QString, QString>> actions; ///< key and title of its buttons, in order; key "default": a click on it as a whole
};

/// The system's own notifications, with buttons.
class Notifier : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Returns at once; answered by refused() when the system does not take it.
    virtual void show(const Notification& notification) = 0;

Q_SIGNALS:
    /// The user chose something.
    void activated(const QString& subject, const QString& action);
    /// To be shown in another way.
    void refused(const tropero::Notification& notification);
};

/// Null where the program was built without any.
std::unique_ptr<Notifier> makeSystemNotifier();

} // namespace tropero
