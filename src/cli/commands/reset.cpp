// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/actions.h"
#include "cli/commands/commands.h"

#include <QCoreApplication>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

class ResetCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(ResetCommand)

public:
    QString synopsis() const override { return tr("reset <target>..."); }
    QString details() const override
    {
        return tr("Sets the restart counters to 0.");
    }
    QList<CommandOption> options() const override
    {
        return listOptions();
    }
    int leastTargets() const override { return 1; }
    int run(Session& session, const ParsedOptions& options) override
    {
        return actOnTargets(session, options, ipc::method::instancesReset, Deed::Reset);
    }
};

} // namespace

std::unique_ptr<Command> makeResetCommand()
{
    return std::make_unique<ResetCommand>();
}

} // namespace tropero
