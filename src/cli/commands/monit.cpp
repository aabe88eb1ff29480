// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"
#include "cli/monitor.h"
#include "cli/selection.h"
#include "cli/session.h"

#include <QCoreApplication>
#include <QEventLoop>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

class MonitCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(MonitCommand)

public:
    QString synopsis() const override { return tr("monit [target]"); }
    QString details() const override
    {
        return tr("Figures once a second, and the log of the chosen app. Keys: arrows, PgUp, PgDn, r restart, l reload, s stop or start, q quit.");
    }
    int mostTargets() const override { return 1; }

    int run(Session& session, const ParsedOptions& options) override
    {
        Console& console = session.console();
        if (!console.isTerminal() || !platform::isTerminal(platform::StandardStream::In))
            return session.fail({ErrorCode::InvalidArgument, tr("Needs a terminal"), u"monit"_s, {}, tr("Use \"tropero list\" or \"tropero logs\"")});
        const QString target = options.targets.value(0);
        if (const auto instances = selectedInstances(session, target); !instances)
            return session.fail(instances.error());
        session.disconnect();
        QEventLoop loop;
        platform::TerminationSignals termination;
        QObject::connect(&termination, &platform::TerminationSignals::requested, &loop, [&loop] { loop.exit(0); });
        Monitor monitor(console, target == "all"_L1 ? QString() : target, session.folder(), *session.location());
        QObject::connect(&monitor, &Monitor::left, &loop, [&loop](int code) { loop.exit(code); });
        return loop.exec();
    }
};

} // namespace

std::unique_ptr<Command> makeMonitCommand()
{
    return std::make_unique<MonitCommand>();
}

} // namespace tropero
