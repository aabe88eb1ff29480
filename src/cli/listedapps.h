// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instancestatus.h"

#include <QJsonObject>
#include <QList>

namespace tropero {

/// One instance as the list commands need it, read straight from the daemon's answer: a whole AppSpec for each of hundreds of apps would cost
/// more than everything else.
struct ListedInstance
{
    InstanceStatus status;
    QJsonObject app;  ///< the App of the protocol
    QJsonObject spec;
    QString name;
    QString nameSpace;
    QString mode;     ///< "fork" or "cluster"
    int appInstances = 1;

    QString scriptPath() const;
    QString folder() const;
};

/// All instances of the answer to apps.list, by their number.
QList<ListedInstance> listedInstances(const QJsonObject& answer);

/// "api (id 0)".
QString labelOf(const ListedInstance& instance);

} // namespace tropero
