// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/actions.h"
#include "cli/commands/commands.h"
#include "cli/session.h"

#include <QCoreApplication>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

class FlushCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(FlushCommand)

public:
    QString synopsis() const override { return tr("flush [target]..."); }
    QString details() const override { return tr("Without a target: the logs of all apps. Rotated log files are removed."); }
    int run(Session& session, const ParsedOptions& options) override
    {
        const QStringList targets = options.targets.isEmpty() ? QStringList{u"all"_s} : options.targets;
        for (const QString& target : targets) {
            const auto answer = session.call(ipc::method::instancesFlush, session.targetParams(target), tr("Emptying logs"));
            if (!answer && answer.error().code == ErrorCode::NotFound) {
                session.console().note(answer.error().message()); // as PM2: nothing to empty is no failure
                continue;
            }
            if (!answer)
                return session.fail(answer.error());
            if (!reportInstances(session, Deed::Flushed, answer->value("instances"_L1).toArray(), answer->value("problems"_L1).toArray()))
                return 1;
        }
        return 0;
    }
};

} // namespace

std::unique_ptr<Command> makeFlushCommand()
{
    return std::make_unique<FlushCommand>();
}

} // namespace tropero
