// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"
#include "cli/listedapps.h"
#include "cli/pm2shape.h"
#include "cli/session.h"

#include <QCoreApplication>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

class PrettylistCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(PrettylistCommand)

public:
    QString synopsis() const override { return tr("prettylist"); }
    int mostTargets() const override { return 0; }
    int run(Session& session, const ParsedOptions&) override
    {
        const auto answer = session.call(ipc::method::appsList);
        if (!answer)
            return session.fail(answer.error());
        session.console().printLine(inspected(pm2List(listedInstances(*answer), session.location()->home)));
        return 0;
    }
};

} // namespace

std::unique_ptr<Command> makePrettylistCommand()
{
    return std::make_unique<PrettylistCommand>();
}

} // namespace tropero
