// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policies.h"

#include <QString>

namespace tropero {

/// "When it fails, after 100 ms, until 16 crashes within 10 min".
QString restartSentence(const RestartPolicy& policy);
/// "SIGINT to all its processes, whatever is left is killed after 1.6 s".
QString stopSentence(const StopPolicy& policy);
/// "when it listens, or after 3 s"; empty where nothing is waited for.
QString readySentence(const ReadinessPolicy& policy);
/// "src, lib; only js; after 500 ms".
QString watchSentence(const WatchPolicy& policy);
/// "rr: connections go to the workers in turn".
QString schedulingSentence(const ClusterPolicy& policy);
/// What a reload may cost, where sharing a socket `resets` (platform::sharedSocketsReset()); empty: nothing.
QString schedulingCaution(const ClusterPolicy& policy, bool resets);

} // namespace tropero
