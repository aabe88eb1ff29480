// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/actions.h"
#include "cli/commands/commands.h"

#include <QCoreApplication>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

class DeleteCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(DeleteCommand)

public:
    QString synopsis() const override { return tr("delete <target|config file>..."); }
    QString details() const override
    {
        return tr("Stops the instances and takes them from the list. Log files stay.");
    }
    QList<CommandOption> options() const override
    {
        return listOptions() + QList<CommandOption>{{.name = u"only"_s, .valueName = tr("NAMES"), .help = tr("Of a config file, only these apps (separated by commas)")}};
    }
    int leastTargets() const override { return 1; }
    int run(Session& session, const ParsedOptions& options) override
    {
        return actOnTargets(session, options, ipc::method::instancesDelete, Deed::Deleted);
    }
};

} // namespace

std::unique_ptr<Command> makeDeleteCommand()
{
    return std::make_unique<DeleteCommand>();
}

} // namespace tropero
