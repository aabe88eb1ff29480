// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/userservice.h"

#include "platform/loginitem.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace tropero::platform {

using namespace Qt::StringLiterals;

namespace {

const auto loginItem = "tropero"_L1;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(UserService)
};

} // namespace

ServiceManager serviceManager()
{
    return ServiceManager::LoginItem;
}

bool servicesStartAtBoot()
{
    return false;
}

Result<QString> installUserService(ServiceManager manager, const UserService& service)
{
    if (manager == ServiceManager::Systemd) return failure(ErrorCode::Unsupported, Text::tr("Windows has no systemd"));
    // The daemon is a console program, for which login would open a console. The window starts it without one and waits in the tray.
    const QString window = QFileInfo(service.daemon).absolutePath() + "/tropero-desktop.exe"_L1;
    if (!QFileInfo::exists(window)) {
        return failure(ErrorCode::NotFound, Text::tr("Cannot start Tropero at login"), window, Text::tr("there is no such program"),
                       Text::tr("Install Tropero with its window"));
    }
    if (const Result<void> done = setStartsAtLogin(loginItem, lastingPath(window), {u"--hidden"_s}, true); !done) return std::unexpected(done.error());
    return loginItemPlace(loginItem);
}

Result<QString> removeUserService(ServiceManager manager)
{
    if (manager == ServiceManager::Systemd || !startsAtLogin(loginItem)) return QString();
    if (const Result<void> done = setStartsAtLogin(loginItem, {}, {}, false); !done) return std::unexpected(done.error());
    return loginItemPlace(loginItem);
}

} // namespace tropero::platform
