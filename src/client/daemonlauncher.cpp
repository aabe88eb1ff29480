// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/daemonlauncher.h"

#include "ipc/methods.h"
#include "platform/files.h"
#include "platform/peer.h"
#include "platform/processes.h"
#include "platform/processstart.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QThread>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int launchLimitMs = 10'000;
constexpr int connectLimitMs = 2'000;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(DaemonLauncher)
};

QString daemonLogPath(const DaemonLocation& location)
{
    return location.home + "/daemon.log"_L1;
}

/// The last line that the daemon wrote after `from`, which is the reason for its early end.
QString lastLogLine(const QString& path, qint64 from)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(std::max(from, file.size() - 4096));
    return QString::fromUtf8(file.readAll().trimmed().split('\n').constLast()).trimmed();
}

Result<qint64> startDaemon(const DaemonLocation& location)
{
    if (location.program.isEmpty())
        return failure(ErrorCode::NotFound, Texts::tr("Cannot start the daemon"), u"troperod"_s,
                       Texts::tr("the program is neither in %1 nor in ../lib/tropero beside it nor in PATH")
                           .arg(QDir::toNativeSeparators(QCoreApplication::applicationDirPath())),
                       Texts::tr("Install Tropero again"));
    if (auto home = platform::ensurePrivateFolder(location.home); !home)
        return std::unexpected(home.error());
    return platform::startDetached(location.program, {}, location.home, daemonLogPath(location));
}

/// Opens the connection and refuses one to a stranger.
Result<void> openOwn(ipc::BlockingConnection& connection, const DaemonLocation& location)
{
    if (auto opened = connection.open(location.endpoint, connectLimitMs); !opened)
        return opened;
    if (!platform::isPeerSameUser(connection.socketDescriptor()))
        return failure(ErrorCode::PermissionDenied, Texts::tr("Cannot use the daemon"), location.endpoint,
                       Texts::tr("the process that listens there belongs to another user"),
                       Texts::tr("Set TROPERO_HOME to a folder of your own"));
    // The socket of a daemon that is just dying still takes connections. A busy one may answer later.
    const auto answer = connection.call(ipc::method::ping, {}, connectLimitMs);
    if (!answer && answer.error().code == ErrorCode::Unavailable)
        return std::unexpected(answer.error());
    return {};
}

} // namespace

Result<DaemonLocation> DaemonLocation::current()
{
    DaemonLocation location;
    location.home = platform::homeFolder();
    location.endpoint = platform::daemonEndpoint(location.home);
    const QString folder = QCoreApplication::applicationDirPath();
    const QString name = u"troperod"_s;
    location.program = QStandardPaths::findExecutable(name, {folder, folder + "/../lib/tropero"_L1});
    if (location.program.isEmpty())
        location.program = QStandardPaths::findExecutable(name);
    return location;
}

Result<void> launchDaemon(const DaemonLocation& location)
{
    if (auto started = startDaemon(location); !started)
        return std::unexpected(started.error());
    return {};
}

Result<void> connectOrLaunch(ipc::BlockingConnection& connection, const DaemonLocation& location,
                             const std::function<bool()>& waiting)
{
    auto opened = openOwn(connection, location);
    if (opened || opened.error().code == ErrorCode::PermissionDenied)
        return opened;

    const QString log = daemonLogPath(location);
    const qint64 logSize = QFileInfo(log).size();
    const auto pid = startDaemon(location);
    if (!pid)
        return std::unexpected(pid.error());

    QElapsedTimer clock;
    clock.start();
    qint64 nextCall = 100;
    qint64 goneSince = -1;
    while (clock.elapsed() < launchLimitMs) {
        QThread::msleep(clock.elapsed() < 200 ? 2 : 20);
        opened = openOwn(connection, location);
        if (opened || opened.error().code == ErrorCode::PermissionDenied)
            return opened;
        if (waiting && clock.elapsed() >= nextCall) {
            nextCall = clock.elapsed() + 100;
            if (!waiting())
                return failure(ErrorCode::Cancelled, Texts::tr("Cancelled while the daemon was starting"));
        }
        // A daemon that ends at once either lost the race to another one, which will answer soon, or has written down why.
        const auto process = platform::readProcess(*pid);
        const bool gone = !process || process->zombie;
        if (gone && goneSince < 0)
            goneSince = clock.elapsed();
        if (gone && clock.elapsed() - goneSince > 1'500) {
            const QString reason = lastLogLine(log, logSize);
            return failure(ErrorCode::Unavailable, Texts::tr("Cannot start the daemon"), location.program,
                           reason.isEmpty() ? Texts::tr("it ended at once") : reason, Texts::tr("See %1").arg(QDir::toNativeSeparators(log)));
        }
    }
    return failure(ErrorCode::Timeout, Texts::tr("Cannot start the daemon"), location.program, Texts::tr("it did not answer within 10 seconds"),
                   Texts::tr("See %1").arg(QDir::toNativeSeparators(log)));
}

} // namespace tropero
