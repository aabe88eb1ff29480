// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/logview.h"

#include "cli/logfollower.h"
#include "cli/selection.h"
#include "platform/signals.h"

#include <QCoreApplication>
#include <QEventLoop>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(LogView)
};

} // namespace

int showLogs(Session& session, const LogWishes& wishes)
{
    auto instances = selectedInstances(session, wishes.target);
    if (!instances)
        return session.fail(instances.error());
    if (!wishes.numbers.isEmpty())
        instances->removeIf([&](const ListedInstance& one) { return !wishes.numbers.contains(one.status.number); });

    Console& console = session.console();
    LogPrinter printer(console, wishes.style);
    QList<LogTail::Source> sources;
    QSet<int> numbers;
    for (const ListedInstance& one : std::as_const(*instances)) {
        printer.addInstance(one.status.number, one.name);
        numbers.insert(one.status.number);
        sources.append({one.status.number, wishes.out ? one.status.outLog : QString(), wishes.errors ? one.status.errorLog : QString()});
    }
    if (wishes.follow && console.isTerminal() && console.isErrorTerminal() && !wishes.style.raw && !wishes.style.json && !wishes.style.pairs)
        console.note(console.paintError(Colour::Dim, instances->isEmpty() ? Texts::tr("No apps yet; waiting for output (Ctrl+C ends)")
                                                                         : Texts::tr("The last %1 lines, then what follows (Ctrl+C ends)").arg(wishes.lines)));
    auto tail = std::make_unique<LogTail>(sources);
    for (const LogLine& line : tail->readLast(wishes.lines))
        printer.print(line);
    if (!console.flush())
        return 1;
    if (!wishes.follow)
        return 0;

    const auto location = session.location();
    session.disconnect();
    QEventLoop loop;
    platform::TerminationSignals termination;
    QObject::connect(&termination, &platform::TerminationSignals::requested, &loop, [&loop] { loop.exit(0); });
    LogFollower follower(console, printer, wishes, session.folder(), *location);
    QObject::connect(&follower, &LogFollower::outputClosed, &loop, [&loop] { loop.exit(1); });
    follower.follow(std::move(tail), numbers);
    return loop.exec();
}

} // namespace tropero
