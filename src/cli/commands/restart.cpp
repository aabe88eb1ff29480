// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"
#include "cli/renewal.h"

#include <QCoreApplication>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

class RestartCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(RestartCommand)

public:
    QString synopsis() const override { return tr("restart <target|config file>... [options]"); }
    QString details() const override
    {
        return tr("Starts stopped apps, too. Options that are given become part of the app's settings; the value \"null\" sets one back:\n"
                  "  tropero restart api --max-memory-restart 300M\n"
                  "  tropero restart api --max-memory-restart null\n"
                  "A config file is read anew: its apps take the new settings over, missing ones are started.");
    }
    QList<CommandOption> options() const override { return renewalOptions(); }
    int leastTargets() const override { return 1; }

    int run(Session& session, const ParsedOptions& options) override
    {
        return renew(session, options, {.method = ipc::method::instancesRestart, .deed = Deed::Restarted, .waitingFor = tr("Restarting %1")});
    }
};

} // namespace

std::unique_ptr<Command> makeRestartCommand()
{
    return std::make_unique<RestartCommand>();
}

} // namespace tropero
