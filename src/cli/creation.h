// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/session.h"
#include "core/appspec.h"

#include <QJsonArray>

namespace tropero {

struct CreationWishes
{
    bool force = false; ///< start a second app of the same name and script
    bool apply = false; ///< a config file: apps of the same name take the new settings over
    bool reload = false; ///< with apply: they are reloaded, not restarted
};

/// Has the daemon create and start the apps and reports each. The numbers of their instances are appended to `numbers`. Returns false after an error,
/// which was printed.
bool createApps(Session& session, const QList<AppSpec>& specs, const CreationWishes& wishes, QList<int>* numbers = nullptr);

/// Reports the entries that apps.create or apps.resurrect answered. False when one of them failed.
bool reportCreated(Session& session, const QJsonArray& entries, QList<int>* numbers = nullptr, bool reloaded = false);

} // namespace tropero
