// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"
#include "cli/session.h"

#include <QCoreApplication>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

class KillCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(KillCommand)

public:
    QString synopsis() const override { return tr("kill"); }
    QString details() const override { return tr("Stops every app, then the daemon. \"tropero resurrect\" brings the apps back."); }
    int mostTargets() const override { return 0; }
    int run(Session& session, const ParsedOptions&) override
    {
        Console& console = session.console();
        if (const auto connected = session.connectToRunning(); !connected) {
            if (connected.error().code != ErrorCode::Unavailable)
                return session.fail(connected.error());
            console.note(tr("The daemon is not running."));
            return 0;
        }
        const auto status = session.call(ipc::method::status);
        const int apps = status ? status->value("apps"_L1).toInt() : 0;
        const auto done = session.callValue(ipc::method::shutdown, {{u"keepApps"_s, false}}, tr("Stopping all apps"));
        if (!done)
            return session.fail(done.error());
        if (const auto gone = session.waitUntilGone(tr("Waiting for the daemon to end")); !gone)
            return session.fail(gone.error());
        if (console.isSilent())
            return 0;
        if (apps == 0)
            console.printLine(tr("The daemon has ended."));
        else
            console.printLine(tr("%1 stopped, and the daemon has ended. To bring them back: tropero resurrect")
                                  .arg(apps == 1 ? tr("One app was") : tr("%1 apps were").arg(apps)));
        return 0;
    }
};

} // namespace

std::unique_ptr<Command> makeKillCommand()
{
    return std::make_unique<KillCommand>();
}

} // namespace tropero
