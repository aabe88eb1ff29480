// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/actions.h"
#include "cli/commands/commands.h"
#include "cli/creation.h"
#include "cli/session.h"
#include "client/shellenvironment.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

class ResurrectCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(ResurrectCommand)

public:
    QString synopsis() const override { return tr("resurrect"); }
    QString details() const override { return tr("Apps that are in the list already are left alone; those that were stopped come back stopped."); }
    QList<CommandOption> options() const override { return listOptions(); }
    int mostTargets() const override { return 0; }
    int run(Session& session, const ParsedOptions& options) override
    {
        const auto answer = session.call(ipc::method::appsResurrect, {{u"shellEnvironment"_s, shellEnvironment()}}, tr("Starting apps"));
        if (!answer)
            return session.fail(answer.error());
        const QJsonArray apps = answer->value("apps"_L1).toArray();
        if (apps.isEmpty()) {
            session.console().note(tr("There is nothing to bring back."));
            return 0;
        }
        const bool good = reportCreated(session, apps);
        const int listed = printList(session, options);
        return good ? listed : 1;
    }
};

} // namespace

std::unique_ptr<Command> makeResurrectCommand()
{
    return std::make_unique<ResurrectCommand>();
}

} // namespace tropero
