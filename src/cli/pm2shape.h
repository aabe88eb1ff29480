// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/listedapps.h"
#include "cli/orderedvalue.h"

namespace tropero {

/// The instances as PM2's jlist has them: [{pid, name, pm2_env, pm_id, monit}], members in PM2's order. `home` is Tropero's home folder.
OrderedValue pm2List(const QList<ListedInstance>& instances, const QString& home);

} // namespace tropero
