// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"
#include "cli/session.h"
#include "platform/userservice.h"

#include <QCoreApplication>
#include <QDir>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

class UnstartupCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(UnstartupCommand)

public:
    QString synopsis() const override { return tr("unstartup"); }
    QString details() const override { return tr("What runs goes on."); }
    int mostTargets() const override { return 0; }
    int run(Session& session, const ParsedOptions&) override
    {
        Console& console = session.console();
        bool removed = false;
        for (const auto manager : {platform::ServiceManager::Systemd, platform::ServiceManager::LoginItem}) {
            const auto place = platform::removeUserService(manager);
            if (!place)
                return session.fail(place.error());
            if (place->isEmpty())
                continue;
            removed = true;
            if (!console.isSilent())
                console.printLine(tr("Removed: %1").arg(QDir::toNativeSeparators(*place)));
        }
        if (!removed)
            console.note(tr("Tropero does not start at login; there is nothing to remove."));
        return 0;
    }
};

} // namespace

std::unique_ptr<Command> makeUnstartupCommand()
{
    return std::make_unique<UnstartupCommand>();
}

} // namespace tropero
