// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace tropero {

/// The port that --inspect, --inspect-brk or --inspect-port among Node's arguments means (9229 unless named); 0 without any of them.
int inspectPort(const QStringList& nodeArguments);
/// The same arguments with that port instead, where the one that counts stands; unchanged without any of them.
QStringList withInspectPort(const QStringList& nodeArguments, int port);

} // namespace tropero
