// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/homelayout.h"

namespace tropero {

/// Creates the home folder and those in it for this user only; the first that cannot be created or is not private is the error.
Result<void> ensureHomeFolders(const HomeLayout& home);

} // namespace tropero
