// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/listedapps.h"
#include "cli/session.h"

namespace tropero {

/// The instances that the target selects, by their number; all for an empty target. NotFound when there is none for a target.
Result<QList<ListedInstance>> selectedInstances(Session& session, const QString& target);

} // namespace tropero
