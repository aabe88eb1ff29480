// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"
#include "cli/session.h"

#include <QCoreApplication>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

class PingCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(PingCommand)

public:
    QString synopsis() const override { return tr("ping"); }
    QString details() const override { return tr("Starts the daemon when it is not running."); }
    int mostTargets() const override { return 0; }
    int run(Session& session, const ParsedOptions&) override
    {
        const auto answer = session.callValue(ipc::method::ping);
        if (!answer)
            return session.fail(answer.error());
        session.console().printLine(u"{ msg: '%1' }"_s.arg(answer->toString()));
        return 0;
    }
};

} // namespace

std::unique_ptr<Command> makePingCommand()
{
    return std::make_unique<PingCommand>();
}

} // namespace tropero
