// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/homelayout.h"

#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QString>

namespace tropero {

struct ManagedApp;

/// guard.command of the protocol.
struct GuardCommand
{
    QString action; ///< one of the constants below
    QList<int> numbers;
    QString reason = {};
    QString signal = {};

    bool startsInstances() const;
    /// False for what a stopped app without a guard can be given as well.
    bool needsGuard() const;
    QJsonObject toJson() const;
};

namespace guardaction {
using Name = QLatin1StringView;
inline constexpr Name start{"start"};
inline constexpr Name stop{"stop"};
inline constexpr Name restart{"restart"};
inline constexpr Name reset{"reset"};
inline constexpr Name signal{"signal"};
inline constexpr Name flush{"flush"};
} // namespace guardaction

/// Parameters of guard.configure. Instances in `heldBack` are told as not wanted: a command that starts them follows.
QJsonObject configureParameters(const ManagedApp& app, const HomeLayout& home, const QSet<int>& heldBack);

QJsonObject environmentToJson(const QMap<QString, QString>& environment);
QMap<QString, QString> environmentFromJson(const QJsonObject& json);

} // namespace tropero
