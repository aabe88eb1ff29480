// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"
#include "cli/help.h"
#include "cli/session.h"
#include "core/nearest.h"

#include <QCoreApplication>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

class HelpCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(HelpCommand)

public:
    QString synopsis() const override { return tr("help [command]"); }
    int mostTargets() const override { return 1; }
    int run(Session& session, const ParsedOptions& options) override
    {
        Console& console = session.console();
        if (options.targets.isEmpty()) {
            console.print(overviewText(console));
            return 0;
        }
        const QString name = options.targets.constFirst();
        const CommandEntry* entry = findCommand(name);
        if (!entry) {
            const QString near = nearestMatch(name, commandNames());
            return session.fail({ErrorCode::InvalidArgument, tr("Unknown command"), name, {},
                                 near.isEmpty() ? tr("\"tropero help\" lists all commands") : tr("Did you mean \"tropero help %1\"?").arg(near)});
        }
        console.print(commandHelpText(*entry, *entry->make(), console));
        return 0;
    }
};

} // namespace

std::unique_ptr<Command> makeHelpCommand()
{
    return std::make_unique<HelpCommand>();
}

} // namespace tropero
