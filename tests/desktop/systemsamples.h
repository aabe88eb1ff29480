// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/machineprocesses.h"

#include <memory>

namespace tropero::test {

/// A believable machine: servers of three projects, one of them managed, a build tool, a database, a port of another user.
std::shared_ptr<MachineSnapshot> sampleMachine();
/// Many processes, each with ports.
std::shared_ptr<MachineSnapshot> crowdedMachine(int processes);

} // namespace tropero::test
