// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace tropero {

/// The port that --inspect, --inspect-brk or --inspect-port among Node's arguments means (9229 unless named); 0 without any of them.
int inspectPort(const QStringList& nodeArguments);

} // namespace tropero
