// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/actions.h"

namespace tropero {

/// What "restart" and "reload" have in common: targets or config files, changed settings, the variables of this shell.
struct Renewal
{
    QLatin1StringView method; ///< for targets
    Deed deed;
    bool reload = false;      ///< config files: apps of the list are reloaded
    QJsonObject more = {};    ///< further parameters of the method
    QString waitingFor = {};  ///< "Restarting %1"
};

/// Options of both.
QList<CommandOption> renewalOptions();

/// Prints what is wrong or has no effect in settings from the command line; false when something is wrong.
bool checkChanges(Session& session, const QJsonObject& changes);

/// Does it for one target or config file after the other and prints the list. Returns the exit code.
int renew(Session& session, const ParsedOptions& options, const Renewal& renewal);

} // namespace tropero
