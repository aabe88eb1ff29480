// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/homelayout.h"
#include "core/reason.h"

#include <QJsonObject>
#include <QJsonValue>
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
    Reason reason = {};
    QString signal = {};
    int parallel = 0;            ///< reload: instances at the same time; 0: as configured
    QString trigger = {};        ///< name of the action
    QJsonValue parameter = QJsonValue::Undefined; ///< of the action

    bool startsInstances() const;
    /// False for what takes as long as the app takes.
    bool hasTimeLimit() const;
    /// False for what a stopped app without a guard can be given as well.
    bool needsGuard() const;
    QJsonObject toJson() const;
};

namespace guardaction {
using Name = QLatin1StringView;
inline constexpr Name start{"start"};
inline constexpr Name stop{"stop"};
inline constexpr Name restart{"restart"};
inline constexpr Name reload{"reload"};
inline constexpr Name cancelReload{"cancelReload"};
inline constexpr Name trigger{"trigger"};
inline constexpr Name reset{"reset"};
inline constexpr Name signal{"signal"};
inline constexpr Name flush{"flush"};
} // namespace guardaction

/// Parameters of guard.configure. Instances in `heldBack` are told as not wanted: a command that starts them follows.
QJsonObject configureParameters(const ManagedApp& app, const HomeLayout& home, const QSet<int>& heldBack);

} // namespace tropero
