// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <memory>

namespace tropero {

// One maker for each command; each is in a file of its own name.
std::unique_ptr<Command> makeCompletionCommand();
std::unique_ptr<Command> makeDaemonCommand();
std::unique_ptr<Command> makeDeleteCommand();
std::unique_ptr<Command> makeDescribeCommand();
std::unique_ptr<Command> makeEditCommand();
std::unique_ptr<Command> makeEnvCommand();
std::unique_ptr<Command> makeFlushCommand();
std::unique_ptr<Command> makeFreeCommand();
std::unique_ptr<Command> makeHelpCommand();
std::unique_ptr<Command> makeIdCommand();
std::unique_ptr<Command> makeJlistCommand();
std::unique_ptr<Command> makeKillCommand();
std::unique_ptr<Command> makeListCommand();
std::unique_ptr<Command> makeLogsCommand();
std::unique_ptr<Command> makeMonitCommand();
std::unique_ptr<Command> makeNodesCommand();
std::unique_ptr<Command> makePidCommand();
std::unique_ptr<Command> makePingCommand();
std::unique_ptr<Command> makePortsCommand();
std::unique_ptr<Command> makePrettylistCommand();
std::unique_ptr<Command> makeReloadCommand();
std::unique_ptr<Command> makeResetCommand();
std::unique_ptr<Command> makeRestartCommand();
std::unique_ptr<Command> makeResurrectCommand();
std::unique_ptr<Command> makeScaleCommand();
std::unique_ptr<Command> makeSchemaCommand();
std::unique_ptr<Command> makeSendSignalCommand();
std::unique_ptr<Command> makeStartCommand();
std::unique_ptr<Command> makeStartupCommand();
std::unique_ptr<Command> makeStopCommand();
std::unique_ptr<Command> makeTriggerCommand();
std::unique_ptr<Command> makeUnstartupCommand();

} // namespace tropero
