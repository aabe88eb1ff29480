// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/actions.h"
#include "cli/commands/commands.h"
#include "cli/listedapps.h"
#include "cli/listtable.h"
#include "cli/listwatch.h"
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
                   {.name = u"watch"_s, .letter = u"w"_s, .help = tr("Show it anew every second, until \"q\" or Ctrl+C")},
                   {.name = u"sort"_s, .valueName = tr("FIELD[:desc]"),
                    .help = tr("Sort by name, namespace, id, pid, cpu, memory, uptime, restarts or status (default: id)")},
               }
            + listOptions();
    }
    int mostTargets() const override { return 0; }
    int run(Session& session, const ParsedOptions& options) override
    {
        Console& console = session.console();
        if (options.has("watch"_L1)) {
            if (!console.isTerminal() || !platform::isTerminal(platform::StandardStream::In))
                return session.fail({ErrorCode::InvalidArgument, tr("Needs a terminal"), u"--watch"_s, {}, tr("Leave it out")});
            return watchText(session, [&] { return listed(session, options); });
        }
        const auto text = listed(session, options);
        if (!text)
            return session.fail(text.error());
        console.print(*text);
        return 0;
    }

private:
    static Result<QString> listed(Session& session, const ParsedOptions& options)
    {
        const auto answer = session.call(ipc::method::appsList);
        if (!answer)
            return std::unexpected(answer.error());
        if (options.has("json"_L1))
            return QString::fromUtf8(QJsonDocument(answer->value("apps"_L1).toArray()).toJson());
        QList<ListedInstance> instances = listedInstances(*answer);
        if (const QString order = options.value("sort"_L1); !order.isEmpty())
            if (const auto sorted = sortListed(instances, order); !sorted)
                return std::unexpected(sorted.error());
        const auto style = options.has("mini-list"_L1) ? ListStyle::Mini : ListStyle::Adaptive;
        return listText(instances, style, session.console().width(), QDateTime::currentMSecsSinceEpoch(), session.console());
    }
};

} // namespace

std::unique_ptr<Command> makeListCommand()
{
    return std::make_unique<ListCommand>();
}

} // namespace tropero
