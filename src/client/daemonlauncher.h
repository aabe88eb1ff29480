// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "ipc/blockingcall.h"

#include <QString>

#include <functional>

namespace tropero {

/// Where the daemon of this user and home is, and the program that would start it.
struct DaemonLocation
{
    QString home;
    QString endpoint;
    QString program; ///< troperod beside the running program, else in ../lib/tropero, else in PATH; empty when it is nowhere

    static Result<DaemonLocation> current();
};

/// Starts the daemon without waiting. Harmless when one runs: the second sees the lock and ends.
Result<void> launchDaemon(const DaemonLocation& location);

/// Connects; when nothing answers, starts the daemon and waits for it (10 s at most). Refuses an endpoint that another user owns.
/// `waiting` runs about every 100 ms meanwhile; false cancels.
Result<void> connectOrLaunch(ipc::BlockingConnection& connection, const DaemonLocation& location,
                             const std::function<bool()>& waiting = {});

} // namespace tropero
