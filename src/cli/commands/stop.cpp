// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/actions.h"
#include "cli/commands/commands.h"

#include <QCoreApplication>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

class StopCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(StopCommand)

public:
    QString synopsis() const override { return tr("stop <target|config file>..."); }
    QString details() const override
    {
        return tr("Stops the instances and does not start them again. They stay in the list; \"tropero start <target>\" starts them again.\n"
                  "Stopping is over when no process of the app is left: first it is asked (SIGINT, or its stop_signal), after kill_timeout\n"
                  "everything that is left is killed.");
    }
    QList<CommandOption> options() const override
    {
        return listOptions() + QList<CommandOption>{{.name = u"only"_s, .valueName = tr("NAMES"), .help = tr("Of a config file, only these apps (separated by commas)")}};
    }
    int leastTargets() const override { return 1; }
    int run(Session& session, const ParsedOptions& options) override
    {
        return actOnTargets(session, options, ipc::method::instancesStop, Deed::Stopped);
    }
};

} // namespace

std::unique_ptr<Command> makeStopCommand()
{
    return std::make_unique<StopCommand>();
}

} // namespace tropero
