// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/actions.h"
#include "cli/commands/commands.h"
#include "cli/session.h"

#include <QCoreApplication>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

class SendSignalCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(SendSignalCommand)

public:
    QString synopsis() const override { return tr("sendSignal <signal> <target>..."); }
    QString details() const override { return tr("The signal is a name (SIGUSR2, or USR2) or a number. It goes to the main process of each instance."); }
    int leastTargets() const override { return 2; }
    int run(Session& session, const ParsedOptions& options) override
    {
        ParsedOptions targets = options;
        const QString signal = targets.targets.takeFirst();
        return actOnTargets(session, targets, ipc::method::instancesSignal, Deed::Signalled, {{u"signal"_s, signal}});
    }
};

} // namespace

std::unique_ptr<Command> makeSendSignalCommand()
{
    return std::make_unique<SendSignalCommand>();
}

} // namespace tropero
