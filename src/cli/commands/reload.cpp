// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"
#include "cli/renewal.h"
#include "cli/selection.h"

#include <QCoreApplication>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int signalExitBase = 128;

class ReloadCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(ReloadCommand)

public:
    QString synopsis() const override { return tr("reload <target|config file>... [options]"); }
    QString details() const override
    {
        return tr("Cluster mode: replaces the processes without a gap. Each new one must be ready before its old one is asked to go; when a new\n"
                  "one fails, the reload ends and the old ones stay. Fork mode: restarts one instance after the other. Stopped ones are started.\n"
                  "  tropero reload api\n"
                  "  tropero reload api --update-env --parallel 2\n"
                  "  tropero reload ecosystem.config.js         new settings, another script or folder, another number of instances\n"
                  "  tropero reload api --cancel                end a reload that is under way");
    }
    QList<CommandOption> options() const override
    {
        return QList<CommandOption>{
                   {.name = u"parallel"_s, .valueName = tr("NUMBER"), .help = tr("Replace so many instances of an app at the same time")},
                   {.name = u"cancel"_s, .help = tr("End a reload that is under way: processes that are not ready yet are removed")},
               }
            + renewalOptions();
    }
    int leastTargets() const override { return 1; }

    int run(Session& session, const ParsedOptions& options) override
    {
        if (options.has("cancel"_L1))
            return cancel(session, options);
        Renewal renewal{.method = ipc::method::instancesReload, .deed = Deed::Reloaded, .reload = true, .waitingFor = tr("Reloading %1")};
        if (options.has("parallel"_L1)) {
            bool isNumber = false;
            const int parallel = options.value("parallel"_L1).toInt(&isNumber);
            if (!isNumber || parallel < 1)
                return session.fail({ErrorCode::InvalidArgument, tr("Wrong value for --parallel"), options.value("parallel"_L1),
                                     tr("expected a whole number from 1"), {}});
            renewal.more.insert("parallel"_L1, parallel);
        }
        session.watchForInterruption();
        const int code = renew(session, options, renewal);
        if (session.interruptedBy() == 0)
            return code;
        session.console().note(tr("The reload goes on. To end it: tropero reload %1 --cancel").arg(options.targets.join(u' ')));
        return signalExitBase + session.interruptedBy();
    }

private:
    static int cancel(Session& session, const ParsedOptions& options)
    {
        for (const QString& target : options.targets) {
            const auto instances = selectedInstances(session, target);
            if (!instances)
                return session.fail(instances.error());
            const bool any = std::ranges::any_of(*instances, [](const ListedInstance& one) { return one.app.contains("reload"_L1); });
            if (!any)
                return session.fail({ErrorCode::NotFound, tr("No reload is under way"), target, {}, {}});
        }
        return actOnTargets(session, options, ipc::method::instancesCancelReload, Deed::ReloadCancelled);
    }
};

} // namespace

std::unique_ptr<Command> makeReloadCommand()
{
    return std::make_unique<ReloadCommand>();
}

} // namespace tropero
