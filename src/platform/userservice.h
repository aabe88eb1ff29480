// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>

namespace tropero::platform {

/// Who starts the daemon when the user's session begins.
enum class ServiceManager {
    Systemd,  ///< a user unit
    LoginItem ///< what the desktop starts at login (loginitem.h)
};

/// What this system has.
ServiceManager serviceManager();
/// Whether the user's services run from boot on, without a login.
bool servicesStartAtBoot();

struct UserService
{
    QString daemon;      ///< absolute path of troperod
    QString home;        ///< empty: the default
    QString searchPath;  ///< PATH for the apps; empty: that of the session
};

/// Returns the file or registry key that starts the daemon from now on. A daemon that runs is left alone. Unsupported where the system has no
/// such manager; Io or PermissionDenied with the place that could not be written.
Result<QString> installUserService(ServiceManager manager, const UserService& service);
/// Returns what was removed; empty: nothing was there.
Result<QString> removeUserService(ServiceManager manager);

} // namespace tropero::platform
