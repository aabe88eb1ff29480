// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/themetokens.h"
#include "models/herdsummary.h"

#include <QIcon>

namespace tropero {

/// The state that most needs attention: gave up, restart waits, starting, online, stopped.
InstanceState worstState(const HerdSummary& summary);
/// How many are in that state.
int countOf(const HerdSummary& summary, InstanceState state);

/// The application's symbol with a badge: the worst state's shape, and how many are in it unless all is well.
QIcon trayIcon(const QIcon& base, const HerdSummary& summary, const ThemeTokens& tokens);

} // namespace tropero
