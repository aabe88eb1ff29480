// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"
#include "core/error.h"

namespace tropero {

/// A small Node server to try Tropero with, written into `<home>/sample` so that it can be looked at and changed; one that is there stays.
Result<AppSpec> sampleApp(const QString& home);

} // namespace tropero
