// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"

#include <QJsonArray>

namespace tropero {

/// The apps that PM2's saved list (dump.pm2, PM2 5 to 7) describes, as a config file has them. Instances of one app become one entry, what PM2
/// keeps for itself is left out, and of the whole shell environment that it stores only what differs from `own`.
QJsonArray appsOfPm2Dump(const QJsonArray& dump, const EnvironmentMap& own);

/// Where PM2 keeps that list: $PM2_HOME or ~/.pm2.
QString pm2DumpFile();

} // namespace tropero
