// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/userservice.h"

#include "platform/files.h"
#include "platform/loginitem.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <pwd.h>
#include <unistd.h>

namespace tropero::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr int reloadLimitMs = 5'000;
const auto unitName = "tropero.service"_L1;
const auto loginItem = "troperod"_L1;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(UserService)
};

QString unitFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + "/systemd/user"_L1;
}

QString unitFile()
{
    return unitFolder() + u'/' + unitName;
}

/// What "systemctl --user enable" makes.
QString unitLink()
{
    return unitFolder() + "/default.target.wants/"_L1 + unitName;
}

/// One word of a unit file (systemd.syntax(7), systemd.service(5) on "%" and "$").
QString quoted(QString word, bool inCommand)
{
    word.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1).replace(u'%', "%%"_L1);
    if (inCommand)
        word.replace(u'$', "$$"_L1);
    return u'"' + word + u'"';
}

QString unitText(const UserService& service)
{
    QString environment;
    if (!service.searchPath.isEmpty())
        environment += "Environment="_L1 + quoted("PATH="_L1 + service.searchPath, false) + u'\n';
    if (!service.home.isEmpty())
        environment += "Environment="_L1 + quoted("TROPERO_HOME="_L1 + service.home, false) + u'\n';
    // Guards and apps live in the unit's control group, but not with the daemon: neither its end nor an app that ran out of memory ends them.
    return u"# Written by \"tropero startup\"; \"tropero unstartup\" removes it.\n"
           "[Unit]\nDescription=Tropero process manager\n\n"
           "[Service]\nType=simple\nExecStart=%1\nRestart=on-failure\nKillMode=process\nOOMPolicy=continue\n%2\n"
           "[Install]\nWantedBy=default.target\n"_s.arg(quoted(service.daemon, true), environment);
}

/// The running systemd reads its files when told so; one that does not run reads them when it starts.
void reloadUnits()
{
    const QString program = QStandardPaths::findExecutable(u"systemctl"_s);
    if (program.isEmpty()) return;
    QProcess systemctl;
    systemctl.setStandardOutputFile(QProcess::nullDevice());
    systemctl.setStandardErrorFile(QProcess::nullDevice());
    systemctl.start(program, {u"--user"_s, u"daemon-reload"_s});
    if (!systemctl.waitForFinished(reloadLimitMs)) systemctl.kill();
    systemctl.waitForFinished(reloadLimitMs);
}

Result<void> writeUnit(const UserService& service)
{
    const QString wants = QFileInfo(unitLink()).absolutePath();
    if (!QDir().mkpath(wants)) return failure(ErrorCode::Io, Text::tr("Cannot make the folder of user units"), wants);
    if (const Result<void> written = writeFileAtomically(unitFile(), unitText(service).toUtf8()); !written) return written;
    const QFileInfo link(unitLink());
    if (!link.isSymLink() && !link.exists() && !QFile::link(u"../"_s + unitName, unitLink()))
        return failure(ErrorCode::Io, Text::tr("Cannot enable the user unit"), unitLink());
    return {};
}

} // namespace

ServiceManager serviceManager()
{
    return QFileInfo(u"/run/systemd/system"_s).isDir() ? ServiceManager::Systemd : ServiceManager::LoginItem;
}

bool servicesStartAtBoot()
{
    const passwd* const user = ::getpwuid(::getuid());
    return user && QFile::exists(u"/var/lib/systemd/linger/"_s + QFile::decodeName(user->pw_name));
}

Result<QString> installUserService(ServiceManager manager, const UserService& service)
{
    if (manager == ServiceManager::Systemd) {
        if (const Result<void> written = writeUnit(service); !written) return std::unexpected(written.error());
        reloadUnits();
        return unitFile();
    }
    const QStringList arguments = service.home.isEmpty() ? QStringList() : QStringList{u"--home"_s, service.home};
    if (const Result<void> done = setStartsAtLogin(loginItem, service.daemon, arguments, true); !done) return std::unexpected(done.error());
    return loginItemPlace(loginItem);
}

Result<QString> removeUserService(ServiceManager manager)
{
    if (manager == ServiceManager::LoginItem) {
        if (!startsAtLogin(loginItem)) return QString();
        if (const Result<void> done = setStartsAtLogin(loginItem, {}, {}, false); !done) return std::unexpected(done.error());
        return loginItemPlace(loginItem);
    }
    const bool linked = QFileInfo(unitLink()).isSymLink();
    if (!linked && !QFile::exists(unitFile())) return QString();
    for (const QString& path : {unitLink(), unitFile()}) {
        if ((QFile::exists(path) || QFileInfo(path).isSymLink()) && !QFile::remove(path))
            return failure(ErrorCode::Io, Text::tr("Cannot remove the user unit"), path);
    }
    reloadUnits();
    return unitFile();
}

} // namespace tropero::platform
