// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"
#include "cli/session.h"
#include "platform/userservice.h"

#include <QCoreApplication>
#include <QDir>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

class StartupCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(StartupCommand)

public:
    QString synopsis() const override { return tr("startup [systemd|login]"); }
    QString details() const override
    {
        return tr("systemd  a user unit (default where systemd runs); no root is needed\n"
                  "login    what the desktop starts at login; on Windows the window, hidden in the tray\n\n"
                  "Apps that were up come back with the daemon. As a unit of systemd they find programs in the PATH that this command was called with.");
    }
    int mostTargets() const override { return 1; }
    int run(Session& session, const ParsedOptions& options) override
    {
        using platform::ServiceManager;
        ServiceManager manager = platform::serviceManager();
        if (!options.targets.isEmpty()) {
            const QString& word = options.targets.constFirst();
            if (word != "systemd"_L1 && word != "login"_L1)
                return session.fail({ErrorCode::InvalidArgument, tr("Unknown way of starting"), word, {}, tr("Usage: tropero %1").arg(synopsis())});
            manager = word == "systemd"_L1 ? ServiceManager::Systemd : ServiceManager::LoginItem;
        }
        const auto location = session.location();
        if (!location)
            return session.fail(location.error());
        const auto place = platform::installUserService(manager, {QDir::cleanPath(location->program), qEnvironmentVariable("TROPERO_HOME"), qEnvironmentVariable("PATH")});
        if (!place)
            return session.fail(place.error());
        Console& console = session.console();
        if (console.isSilent())
            return 0;
        console.printLine(tr("Tropero starts when you log in: %1").arg(QDir::toNativeSeparators(*place)));
        if (manager == ServiceManager::Systemd && !platform::servicesStartAtBoot())
            console.printLine(tr("To have it start with the machine, and go on after you log out: loginctl enable-linger"));
        return 0;
    }
};

} // namespace

std::unique_ptr<Command> makeStartupCommand()
{
    return std::make_unique<StartupCommand>();
}

} // namespace tropero
