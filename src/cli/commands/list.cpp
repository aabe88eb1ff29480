// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/actions.h"
#include "cli/commands/commands.h"
#include "cli/listedapps.h"
#include "cli/listtable.h"
#include "cli/session.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

class ListCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(ListCommand)

public:
    QString synopsis() const override { return tr("list [options]"); }
    QString details() const override
    {
        return tr("The table takes the form that fits the terminal. \"restarts\" counts since the app was created or reset.\n"
                  "cpu (of one core) and mem are sums over all processes of an instance.");
    }
    QList<CommandOption> options() const override
    {
        return QList<CommandOption>{
                   {.name = u"json"_s, .help = tr("Print the apps as JSON")},
                   {.name = u"sort"_s, .valueName = tr("FIELD[:desc]"),
                    .help = tr("Sort by name, namespace, id, pid, cpu, memory, uptime, restarts or status (default: id)")},
               }
            + listOptions();
    }
    int mostTargets() const override { return 0; }
    int run(Session& session, const ParsedOptions& options) override
    {
        const auto answer = session.call(ipc::method::appsList);
        if (!answer)
            return session.fail(answer.error());
        Console& console = session.console();
        if (options.has("json"_L1)) {
            console.printBytes(QJsonDocument(answer->value("apps"_L1).toArray()).toJson());
            return 0;
        }
        QList<ListedInstance> instances = listedInstances(*answer);
        if (const QString order = options.value("sort"_L1); !order.isEmpty())
            if (const auto sorted = sortListed(instances, order); !sorted)
                return session.fail(sorted.error());
        const auto style = options.has("mini-list"_L1) ? ListStyle::Mini : ListStyle::Adaptive;
        console.print(listText(instances, style, console.width(), QDateTime::currentMSecsSinceEpoch(), console));
        return 0;
    }
};

} // namespace

std::unique_ptr<Command> makeListCommand()
{
    return std::make_unique<ListCommand>();
}

} // namespace tropero
