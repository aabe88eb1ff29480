// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/console.h"
#include "cli/listedapps.h"

namespace tropero {

/// How much a list shows of each instance.
enum class ListStyle { Adaptive, Full, Condensed, Mini };

/// The list as text. Adaptive takes the fullest style that fits into `width` columns (0: any width fits). `now` is milliseconds since the epoch.
/// Below the table stands why an instance is errored or waits.
QString listText(const QList<ListedInstance>& instances, ListStyle style, int width, qint64 now, const Console& console);

/// Orders by "name", "namespace", "pid", "id", "cpu", "memory", "uptime", "status" or "restarts", with ":desc" for the other direction.
Result<void> sortListed(QList<ListedInstance>& instances, const QString& order);

/// The state as people read it, and its colour.
Colour stateColour(InstanceState state);
QString stateText(InstanceState state);

} // namespace tropero
