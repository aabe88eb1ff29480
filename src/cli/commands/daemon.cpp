// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"
#include "cli/progress.h"
#include "cli/session.h"
#include "core/nearest.h"
#include "core/units.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QThread>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 guardsLimitMs = 15'000;

class DaemonCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(DaemonCommand)

public:
    QString synopsis() const override { return tr("daemon [status|restart]"); }
    QString details() const override
    {
        return tr("status   shows the daemon; exit code 1 when it is not running (default)\n"
                  "restart  ends the daemon and starts a new one, for example after an update. Apps, restarts and logs go on meanwhile.");
    }
    int mostTargets() const override { return 1; }
    int run(Session& session, const ParsedOptions& options) override
    {
        const QString word = options.targets.isEmpty() ? u"status"_s : options.targets.constFirst();
        if (word == "status"_L1)
            return status(session);
        if (word == "restart"_L1)
            return restart(session);
        const QString near = nearestMatch(word, {u"status"_s, u"restart"_s});
        return session.fail({ErrorCode::InvalidArgument, tr("Unknown word after \"daemon\""), word, {},
                             near.isEmpty() ? tr("Usage: tropero %1").arg(synopsis()) : tr("Did you mean \"%1\"?").arg(near)});
    }

private:
    static int status(Session& session)
    {
        Console& console = session.console();
        if (const auto connected = session.connectToRunning(Session::Versions::Any); !connected) {
            if (connected.error().code != ErrorCode::Unavailable)
                return session.fail(connected.error());
            console.printLine(tr("The daemon is not running. The next command starts it."));
            return 1;
        }
        const auto answer = session.call(ipc::method::status);
        if (!answer)
            return session.fail(answer.error());
        const auto line = [&](const QString& name, const QString& value) { console.printLine(console.paint(Colour::Bold, u"%1"_s.arg(name, -10)) + value); };
        const qint64 uptime = QDateTime::currentMSecsSinceEpoch() - answer->value("startedAt"_L1).toInteger();
        line(tr("status"), console.paint(Colour::Green, tr("running")));
        line(tr("version"), answer->value("version"_L1).toString());
        line(tr("pid"), QString::number(answer->value("pid"_L1).toInteger()));
        line(tr("uptime"), formatUptime(Milliseconds(uptime)));
        line(tr("memory"), formatSize(answer->value("memory"_L1).toInteger()));
        line(tr("home"), QDir::toNativeSeparators(answer->value("home"_L1).toString()));
        line(tr("apps"), tr("%1 (%2 instances, %3 guards)").arg(answer->value("apps"_L1).toInt()).arg(answer->value("instances"_L1).toInt()).arg(answer->value("guards"_L1).toInt()));
        line(tr("clients"), QString::number(answer->value("clients"_L1).toInt()));
        return 0;
    }

    static int restart(Session& session)
    {
        Console& console = session.console();
        if (const auto connected = session.connectToRunning(Session::Versions::Any); !connected) {
            if (connected.error().code != ErrorCode::Unavailable)
                return session.fail(connected.error());
            if (const auto started = session.connect(); !started)
                return session.fail(started.error());
            console.note(tr("The daemon was not running; now it is."));
            return 0;
        }
        const auto before = session.call(ipc::method::status);
        if (!before)
            return session.fail(before.error());
        const auto done = session.callValue(ipc::method::shutdown, {{u"keepApps"_s, true}}, tr("Ending the daemon"));
        if (!done)
            return session.fail(done.error());
        if (const auto gone = session.waitUntilGone(tr("Waiting for the daemon to end")); !gone)
            return session.fail(gone.error());
        if (const auto connected = session.connect(); !connected)
            return session.fail(connected.error());
        return waitForGuards(session, before->value("pid"_L1).toInteger(), before->value("guards"_L1).toInt());
    }

    static int waitForGuards(Session& session, qint64 oldPid, int guards)
    {
        Console& console = session.console();
        Progress progress(tr("Waiting for the guards to come back"), console.isErrorTerminal());
        QElapsedTimer clock;
        clock.start();
        while (true) {
            const auto now = session.call(ipc::method::status);
            if (!now)
                return session.fail(now.error());
            const int back = now->value("guards"_L1).toInt();
            if (back >= guards) {
                if (!console.isSilent())
                    console.printLine(tr("The daemon was restarted (pid %1, now %2). %3 of %4 apps kept running under their guards.")
                                          .arg(oldPid).arg(now->value("pid"_L1).toInteger()).arg(back).arg(now->value("apps"_L1).toInt()));
                return 0;
            }
            if (clock.elapsed() > guardsLimitMs)
                return session.fail({ErrorCode::Timeout, tr("Some guards did not come back"), {}, tr("%1 of %2 are there").arg(back).arg(guards),
                                     tr("Their apps run on; see \"tropero list\" and daemon.log")});
            progress.tick();
            QThread::msleep(20);
        }
    }
};

} // namespace

std::unique_ptr<Command> makeDaemonCommand()
{
    return std::make_unique<DaemonCommand>();
}

} // namespace tropero
