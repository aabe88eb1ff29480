// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"
#include "cli/listedapps.h"
#include "cli/pm2shape.h"
#include "cli/session.h"

#include <QCoreApplication>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

class JlistCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(JlistCommand)

public:
    QString synopsis() const override { return tr("jlist"); }
    QString details() const override
    {
        return tr("One line of JSON in the form that PM2's jlist has, for programs that read that. Values of secrets are masked.\n"
                  "\"tropero list --json\" prints Tropero's own form.");
    }
    int mostTargets() const override { return 0; }
    int run(Session& session, const ParsedOptions&) override
    {
        const auto answer = session.call(ipc::method::appsList);
        if (!answer)
            return session.fail(answer.error());
        session.console().printBytes(compactJson(pm2List(listedInstances(*answer), session.location()->home)));
        return 0;
    }
};

} // namespace

std::unique_ptr<Command> makeJlistCommand()
{
    return std::make_unique<JlistCommand>();
}

} // namespace tropero
