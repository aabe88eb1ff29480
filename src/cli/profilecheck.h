// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/session.h"
#include "core/appspec.h"

namespace tropero {

/// A block env_NAME that an app does not have would silently be none: NotFound, with the names that it has. `profile` may be empty.
Result<void> checkProfile(const QString& profile, const AppSpec& spec);

/// The same for every app that the target means. Whether there is such an app is not asked here.
Result<void> checkProfile(Session& session, const QString& profile, const QString& target);

} // namespace tropero
