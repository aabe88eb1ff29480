// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instancestatus.h"
#include "supervision/appsetup.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tropero {

/// What the guard reads from and writes into its messages (docs/protocol.md, "Guard and daemon").

/// Parameters of guard.configure. InvalidArgument says what is wrong.
Result<AppSetup> setupFromJson(const QString& id, const QString& home, const QJsonObject& params);
QJsonArray statusesToJson(const QList<InstanceStatus>& statuses);
QList<int> numbersFromJson(const QJsonValue& value);

} // namespace tropero
