// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tropero {

/// The actual state of an instance; what is *wanted* of it is kept apart (see supervisiontable.h).
enum class InstanceState { Stopped, Launching, Online, Stopping, WaitingRestart, Errored };

inline constexpr int instanceStateCount = 6;

/// PM2's words: "stopped", "launching", "online", "stopping", "waiting restart", "errored". Stable, not translated.
QString stateKey(InstanceState state);
InstanceState stateFromKey(const QString& key);

} // namespace tropero
