// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"

#include <optional>

namespace tropero {

struct MachineProcess;

/// An app that starts what this process was started as: name, script, arguments, interpreter, folder. Nothing where the system does not
/// tell enough: no command line, or one that the process wrote over.
std::optional<AppSpec> processSpec(const MachineProcess& process);

} // namespace tropero
