// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/monitor.h"

#include "cli/terminaltext.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int logLines = 2'000;
constexpr int cpuValues = 60;
constexpr int page = 10;
constexpr int messageMs = 6'000;
constexpr int paintDelayMs = 40; ///< several changes that come together are painted once

} // namespace

Monitor::Monitor(Console& console, const QString& target, const QString& folder, DaemonLocation location)
    : m_console(console)
    , m_target(target)
    , m_folder(folder)
    , m_screen(console)
    , m_client(std::move(location))
    , m_mirror(m_client, true)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(paintDelayMs);
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(messageMs);
    connect(&m_soon, &QTimer::timeout, this, &Monitor::paint);
    connect(&m_quiet, &QTimer::timeout, this, [this] { tell({}); });
    connect(&m_second, &QTimer::timeout, this, &Monitor::tick);
    connect(&m_keys, &platform::TerminalKeys::typed, this, &Monitor::press);
    connect(&m_keys, &platform::TerminalKeys::ended, this, [this] { Q_EMIT left(1); });
    for (const auto signal : {&StateMirror::appAdded, &StateMirror::appRemoved, &StateMirror::appChanged})
        connect(&m_mirror, signal, this, &Monitor::select);
    connect(&m_mirror, &StateMirror::reset, this, &Monitor::select);
    connect(&m_mirror, &StateMirror::instancesChanged, this, &Monitor::gather);
    connect(&m_client, &DaemonClient::stateChanged, this, [this](DaemonClient::State state) {
        if (state == DaemonClient::State::Lost) tell(tr("The daemon is gone; apps go on, their logs are followed on"), true);
        if (state == DaemonClient::State::Connected) tell({});
    });
    m_second.start(1'000);
    m_client.setLaunching(false); // a watcher must not bring back a daemon that was ended on purpose
    m_client.open();
}

void Monitor::select()
{
    if (m_target.isEmpty()) {
        gather();
        return;
    }
    m_client.call(ipc::method::instancesSelect, {{u"target"_s, m_target}, {u"cwd"_s, m_folder}}, this, [this](const Result<QJsonValue>& result) {
        m_selected.clear(); // an error is: nothing of that name now, perhaps later again
        if (result) {
            for (const QJsonValue number : result->toObject().value("numbers"_L1).toArray())
                m_selected.insert(number.toInt());
        }
        gather();
    });
}

void Monitor::gather()
{
    m_picture.instances.clear();
    for (const AppStatus& app : m_mirror.apps()) {
        for (const InstanceStatus& instance : app.instances) {
            if (m_target.isEmpty() || m_selected.contains(instance.number))
                m_picture.instances.append({app.spec.name, app.spec.execMode == ExecMode::Cluster ? u"cluster"_s : u"fork"_s, instance, m_cpu.value(instance.number)});
        }
    }
    std::ranges::stable_sort(m_picture.instances, {}, [](const MonitoredInstance& one) { return one.status.number; });
    if (!chosen()) choose(m_picture.instances.isEmpty() ? -1 : m_picture.instances.constFirst().status.number);
    if (!m_soon.isActive()) m_soon.start();
}

const MonitoredInstance* Monitor::chosen() const
{
    const auto found = std::ranges::find(m_picture.instances, m_picture.chosen, [](const MonitoredInstance& one) { return one.status.number; });
    return found == m_picture.instances.end() ? nullptr : &*found;
}

void Monitor::choose(int number)
{
    m_picture.chosen = number;
    m_picture.log.clear();
    m_picture.logOffset = 0;
    m_tail.reset();
    const MonitoredInstance* one = chosen();
    if (!one) return;
    m_tail = std::make_unique<LogTail>(QList<LogTail::Source>{{number, one->status.outLog, one->status.errorLog}});
    const auto take = [this](const QList<LogLine>& lines) {
        for (const LogLine& line : lines) {
            const QString text = QString::fromUtf8(harmlessText(line.text));
            m_picture.log.append(m_console.paint(line.isError ? Colour::Red : Colour::Dim, u"│"_s) + u' ' + text);
            if (m_picture.logOffset > 0) ++m_picture.logOffset; // what is looked at stays in view
        }
        if (m_picture.log.size() > logLines) m_picture.log = m_picture.log.last(logLines);
        if (!m_soon.isActive()) m_soon.start();
    };
    take(m_tail->readLast(logLines));
    connect(m_tail.get(), &LogTail::appended, this, take);
    m_tail->follow();
}

void Monitor::move(int steps)
{
    const MonitoredInstance* one = chosen();
    if (!one) return;
    const qsizetype at = std::clamp<qsizetype>(one - m_picture.instances.constData() + steps, 0, m_picture.instances.size() - 1);
    if (const int number = m_picture.instances.at(at).status.number; number != m_picture.chosen) choose(number);
    paint();
}

void Monitor::scroll(int lines)
{
    m_picture.logOffset = std::clamp<int>(m_picture.logOffset + lines, 0, static_cast<int>(m_picture.log.size()));
    paint();
}

/// One read may hold several keys, as when a key is held down.
void Monitor::press(const QByteArray& keys)
{
    static constexpr std::array sequences{"\x1b[A", "\x1b[B", "\x1bOA", "\x1bOB", "\x1b[5~", "\x1b[6~"};
    static constexpr std::array<char, sequences.size()> meanings{'k', 'j', 'k', 'j', 'u', 'd'};
    for (qsizetype at = 0; at < keys.size();) {
        char key = keys.at(at);
        qsizetype length = 1;
        for (std::size_t i = 0; i < sequences.size(); ++i) {
            if (!QByteArrayView(keys).sliced(at).startsWith(sequences.at(i))) continue;
            key = meanings.at(i);
            length = static_cast<qsizetype>(qstrlen(sequences.at(i)));
            break;
        }
        if (key == '\x1b' && at + 1 < keys.size()) return; // a key that means nothing here
        at += length;
        switch (key) {
        case 'k': move(-1); break;
        case 'j': move(1); break;
        case 'u': scroll(page); break;
        case 'd': scroll(-page); break;
        case 'r': act(ipc::method::instancesRestart, tr("Restarting %1"), tr("%1 was restarted")); break;
        case 'l': act(ipc::method::instancesReload, tr("Reloading %1"), tr("%1 was reloaded")); break;
        case 's': stopOrStart(); break;
        case 'q':
        case '\x1b':
        case '\x04': Q_EMIT left(0); return;
        default: break;
        }
    }
}

void Monitor::stopOrStart()
{
    const MonitoredInstance* one = chosen();
    if (!one) return;
    const InstanceState state = one->status.state;
    if (state == InstanceState::Stopped || state == InstanceState::Errored)
        act(ipc::method::instancesStart, tr("Starting %1"), tr("%1 was started"));
    else
        act(ipc::method::instancesStop, tr("Stopping %1"), tr("%1 was stopped"));
}

void Monitor::act(QLatin1StringView method, const QString& doing, const QString& done)
{
    const MonitoredInstance* one = chosen();
    if (!one) return;
    const QString label = tr("%1 (id %2)").arg(one->name).arg(one->status.number);
    tell(doing.arg(label));
    m_client.call(method, {{u"target"_s, one->status.number}, {u"cwd"_s, m_folder}}, this, [this, label, done](const Result<QJsonValue>& result) {
        if (!result) {
            tell(result.error().message(), true);
            return;
        }
        for (const QJsonValue value : result->toObject().value("instances"_L1).toArray()) {
            const InstanceStatus after = InstanceStatus::fromJson(value.toObject());
            if (after.state == InstanceState::Errored || after.state == InstanceState::WaitingRestart) {
                tell(u"%1: %2"_s.arg(label, after.reason.words()), true);
                return;
            }
        }
        tell(done.arg(label));
    });
}

void Monitor::tell(const QString& message, bool alarming)
{
    m_picture.message = harmlessText(message);
    m_picture.alarming = alarming;
    if (message.isEmpty() || m_client.state() == DaemonClient::State::Lost)
        m_quiet.stop(); // a lost daemon stays told
    else
        m_quiet.start();
    if (!m_soon.isActive()) m_soon.start();
}

void Monitor::tick()
{
    QHash<int, QList<double>> values;
    for (MonitoredInstance& one : m_picture.instances) {
        QList<double>& cpu = values[one.status.number];
        cpu = m_cpu.value(one.status.number);
        cpu.append(one.status.pid > 0 ? std::max(0.0, one.status.cpu) : 0);
        if (cpu.size() > cpuValues) cpu.removeFirst();
        one.cpu = cpu;
    }
    m_cpu = values;
    paint();
}

void Monitor::paint()
{
    m_soon.stop();
    if (!m_screen.paint(monitorLines(m_picture, m_console.size(), QDateTime::currentMSecsSinceEpoch(), m_console))) Q_EMIT left(1);
}

} // namespace tropero
