// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/logfollower.h"

#include <QJsonArray>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLinesOfNewcomer = 1'000;

} // namespace

LogFollower::LogFollower(Console& console, LogPrinter& printer, const LogWishes& wishes, const QString& folder, DaemonLocation location)
    : m_console(console)
    , m_printer(printer)
    , m_wishes(wishes)
    , m_folder(folder)
    , m_client(std::move(location))
    , m_mirror(m_client, false)
{
    connect(&m_mirror, &StateMirror::reset, this, &LogFollower::lookForNewInstances);
    connect(&m_mirror, &StateMirror::appAdded, this, &LogFollower::lookForNewInstances);
    connect(&m_mirror, &StateMirror::appChanged, this, &LogFollower::lookForNewInstances);
    connect(&m_client, &DaemonClient::stateChanged, this, [this](DaemonClient::State state) {
        if (state == DaemonClient::State::Lost && m_console.isErrorTerminal())
            m_console.note(m_console.paintError(Colour::Dim, tr("The daemon is gone; the log files are followed on.")));
    });
}

void LogFollower::follow(std::unique_ptr<LogTail> tail, const QSet<int>& numbers)
{
    m_known = numbers;
    adopt(std::move(tail));
    m_client.setLaunching(false); // a follower must not bring back a daemon that was ended on purpose
    m_client.open();
}

void LogFollower::lookForNewInstances()
{
    if (!m_wishes.numbers.isEmpty())
        return;
    if (m_wishes.target.isEmpty() || m_wishes.target == "all"_L1) {
        QSet<int> numbers;
        for (const AppStatus& app : m_mirror.apps())
            for (const InstanceStatus& instance : app.instances)
                numbers.insert(instance.number);
        addInstances(numbers);
        return;
    }
    m_client.call(ipc::method::instancesSelect, {{u"target"_s, m_wishes.target}, {u"cwd"_s, m_folder}}, this, [this](const Result<QJsonValue>& result) {
        if (!result)
            return; // nothing of that name now; perhaps later again
        QSet<int> numbers;
        for (const QJsonValue number : result->toObject().value("numbers"_L1).toArray())
            numbers.insert(number.toInt());
        addInstances(numbers);
    });
}

void LogFollower::addInstances(const QSet<int>& numbers)
{
    const QSet<int> fresh = numbers - m_known;
    if (fresh.isEmpty())
        return;
    for (const AppStatus& app : m_mirror.apps()) {
        for (const InstanceStatus& instance : app.instances) {
            if (!fresh.contains(instance.number) || (instance.outLog.isEmpty() && instance.errorLog.isEmpty()))
                continue;
            m_known.insert(instance.number);
            m_printer.addInstance(instance.number, app.spec.name);
            auto tail = std::make_unique<LogTail>(QList<LogTail::Source>{{instance.number, m_wishes.out ? instance.outLog : QString(),
                                                                         m_wishes.errors ? instance.errorLog : QString()}});
            // Log files outlive deleted apps: what was there before this instance is not its own.
            QList<LogLine> lines = tail->readLast(mostLinesOfNewcomer);
            lines.removeIf([&](const LogLine& line) { return line.time / 1'000'000 < instance.createdAt; });
            print(lines);
            adopt(std::move(tail));
        }
    }
}

void LogFollower::adopt(std::unique_ptr<LogTail> tail)
{
    connect(tail.get(), &LogTail::appended, this, &LogFollower::print);
    tail->follow();
    m_tails.push_back(std::move(tail));
}

void LogFollower::print(const QList<LogLine>& lines)
{
    for (const LogLine& line : lines)
        m_printer.print(line);
    if (!m_console.flush())
        Q_EMIT outputClosed();
}

} // namespace tropero
