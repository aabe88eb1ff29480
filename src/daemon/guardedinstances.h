// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/guardcommand.h"
#include "daemon/guardservices.h"

#include <QJsonArray>

namespace tropero {

struct ManagedApp;

/// The instances of one app as its guard's coming and going changes them. All functions do nothing for an app that is gone.
class GuardedInstances
{
public:
    GuardedInstances(GuardServices& services, QString appId) : m_services(services), m_appId(std::move(appId)) {}

    /// What the guard says of them.
    void apply(const QJsonArray& instances);
    /// The guard is dead: what ran is down; it waits for its start if it should run and `startAgain`.
    void lost(const Reason& why, bool startAgain);
    /// Nobody will start them again: those that should run are errored.
    void givenUp(const Reason& why);
    /// The guard has ended in peace.
    void ended();
    /// Shown with those that should run, while nobody can tell how they are.
    void unknown(const Reason& why);
    /// What a command means while there is no guard and no process.
    Result<void> commandWithoutGuard(const GuardCommand& command);

    /// Something runs, will run by itself, or is errored (which the guard remembers).
    bool needGuard() const;
    /// Something should run.
    bool wantedUp() const;
    /// Something that ended by itself will be started by a schedule or a changed file.
    bool awaitsOccasion() const;
    /// Of the reported ones: those of which the daemon wants something else than the guard.
    QList<int> otherwiseWanted(const QJsonArray& reported, bool up) const;

private:
    ManagedApp* app() const;

    GuardServices& m_services;
    QString m_appId;
};

} // namespace tropero
