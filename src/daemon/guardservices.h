// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/homelayout.h"
#include "core/policies.h"

#include <functional>

namespace tropero {

class AppRegistry;
class EventLog;
class Leftovers;

/// How long the daemon bears with a guard.
struct GuardTimings
{
    Milliseconds hello{5'000};        ///< from start (or daemon start) to hello; later it is called stuck
    Milliseconds idleEnd{2'000};      ///< an app that is stopped this long loses its guard
    Milliseconds deathWindow{10'000};
    int deathLimit = 5;               ///< more deaths in the window: the app is errored
};

/// What every GuardKeeper works with.
struct GuardServices
{
    AppRegistry& registry;
    EventLog& events;
    Leftovers& leftovers;
    HomeLayout home;
    GuardTimings timings;
    /// Starts the guard of that app; returns its pid.
    std::function<Result<qint64>(const QString& appId)> launch;
};

} // namespace tropero
