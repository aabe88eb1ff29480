// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"
#include "cli/selection.h"
#include "cli/session.h"

#include <QCoreApplication>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

class PidCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(PidCommand)

public:
    QString synopsis() const override { return tr("pid [target]"); }
    QString details() const override { return tr("One process id a line, 0 for an instance without a process. An empty line when there is no such app."); }
    int mostTargets() const override { return 1; }
    int run(Session& session, const ParsedOptions& options) override
    {
        const auto instances = selectedInstances(session, options.targets.value(0));
        if (!instances && instances.error().code == ErrorCode::NotFound) {
            session.console().printLine();
            return 0;
        }
        if (!instances)
            return session.fail(instances.error());
        for (const ListedInstance& instance : *instances)
            session.console().printLine(QString::number(instance.status.pid));
        return 0;
    }
};

} // namespace

std::unique_ptr<Command> makePidCommand()
{
    return std::make_unique<PidCommand>();
}

} // namespace tropero
