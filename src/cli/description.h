// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/console.h"
#include "cli/listedapps.h"

#include <QJsonArray>

namespace tropero {

/// Everything about one instance in sections. `events` are those of the protocol, newest last; `now` is milliseconds since the epoch.
QString describeText(const ListedInstance& instance, const QJsonArray& events, qint64 now, const Console& console);

} // namespace tropero
