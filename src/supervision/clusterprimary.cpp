// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/clusterprimary.h"

#include "platform/processes.h"
#include "platform/processtree.h"
#include "supervision/agentserver.h"
#include "supervision/programresolver.h"
#include "supervision/workerprocess.h"

#include <QDateTime>
#include <QDir>
#include <QProcessEnvironment>
#include <QThread>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

constexpr int greetingWithinMs = 20'000;
constexpr int endWithinMs = 3'000;

/// Workers that start at the same time: more than there are processors would only make each of them slower.
qsizetype startingAtOnce()
{
    return std::max(2, QThread::idealThreadCount());
}

/// What Node itself needs; the app's variables are for the workers only.
QMap<QString, QString> environmentOfPrimary()
{
    static constexpr std::array kept{"PATH"_L1, "HOME"_L1, "LANG"_L1, "TZ"_L1, "TMPDIR"_L1, "SYSTEMROOT"_L1, "SYSTEMDRIVE"_L1,
                                     "WINDIR"_L1, "TEMP"_L1, "TMP"_L1, "USERPROFILE"_L1, "LOCALAPPDATA"_L1, "APPDATA"_L1};
    const QProcessEnvironment system = QProcessEnvironment::systemEnvironment();
    const QStringList names = system.keys();
    QMap<QString, QString> result;
    for (const QString& name : names) {
        if (std::ranges::any_of(kept, [&name](QLatin1StringView one) { return name.compare(one, Qt::CaseInsensitive) == 0; }))
            result.insert(name, system.value(name));
    }
    return result;
}

} // namespace

ClusterPrimary::ClusterPrimary(Settings settings, Surroundings surroundings, AgentServer& agents, platform::ProcessTree& tree)
    : m_settings(std::move(settings)), m_surroundings(std::move(surroundings)), m_agents(agents), m_tree(tree),
      m_key(m_surroundings.appId.toUtf8() + "/primary"), m_out(m_surroundings.log), m_error(m_surroundings.log)
{
    m_overdueTimer.setSingleShot(true);
    m_overdueTimer.setInterval(endWithinMs);
    m_greetingTimer.setSingleShot(true);
    m_greetingTimer.setInterval(greetingWithinMs);
    for (QTimer* timer : {&m_overdueTimer, &m_greetingTimer}) {
        connect(timer, &QTimer::timeout, this, [this] {
            Q_EMIT warned(Reason::of(ReasonCode::PrimaryStuck));
            m_tree.kill(m_key);
        });
    }
}

ClusterPrimary::~ClusterPrimary()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_tree.kill(m_key);
    m_process.reset();
    m_tree.removeRoot(m_key);
}

PrimaryStatus ClusterPrimary::status() const
{
    PrimaryStatus status;
    if (m_process && m_process->isStarted()) {
        status.pid = m_process->pid();
        status.startedAt = m_startedAt;
        status.nodeVersion = m_channel ? m_channel->nodeVersion() : QString();
    }
    return status;
}

Result<void> ClusterPrimary::start()
{
    Result<std::unique_ptr<AgentChannel>> channel = m_agents.expect();
    if (!channel)
        return std::unexpected(channel.error());
    m_channel = *std::move(channel);
    connect(m_channel.get(), &AgentChannel::received, this, &ClusterPrimary::received);
    connect(m_channel.get(), &AgentChannel::connected, this, [this] {
        m_greetingTimer.stop();
        forkWaiting();
        Q_EMIT changed();
    });
    connect(m_channel.get(), &AgentChannel::broken, this, [this](const Reason& reason) {
        Q_EMIT warned(Reason::of(ReasonCode::PrimarySays, {reason.asArgument()}));
        m_tree.kill(m_key);
    });
    ProcessRequest request;
    request.plan.program = m_settings.node;
    // A smaller young generation: it has next to no garbage of its own, and some megabytes less memory.
    request.plan.arguments = QStringList{u"--max-semi-space-size=1"_s, m_surroundings.agentFolder + "/primary.cjs"_L1};
    request.plan.workingFolder = QDir::rootPath(); // holds no folder of the user's
    request.environment = environmentOfPrimary();
    request.environment.insert(u"TROPERO_AGENT"_s, m_channel->endpoint());
    request.environment.insert(u"TROPERO_TOKEN"_s, m_channel->token());
    request.environment.insert(u"TROPERO_APP"_s, m_surroundings.appName);
    request.environment.insert(u"TROPERO_SCHEDULING"_s, m_settings.scheduling == Scheduling::RoundRobin ? u"rr"_s : u"none"_s);
    request.environment.insert(u"TROPERO_INSTANCE"_s, QString::fromUtf8(m_key));
    request.environment.insert(u"TROPERO_RUN"_s, QString::fromUtf8(m_key));
    m_ending = false;
    m_process = std::make_unique<AppProcess>();
    connect(m_process.get(), &AppProcess::started, this, [this] {
        m_tree.addRoot(m_key, m_process->pid());
        Q_EMIT changed();
    });
    connect(m_process.get(), &AppProcess::failed, this, [this](const Error& error) {
        dropProcess();
        failWorkers(error);
        Q_EMIT changed();
    });
    connect(m_process.get(), &AppProcess::finished, this, &ClusterPrimary::processFinished);
    m_out.attach(m_process->out());
    m_error.attach(m_process->error());
    m_startedAt = QDateTime::currentMSecsSinceEpoch();
    m_greetingTimer.start();
    return m_process->start(request);
}

void ClusterPrimary::fork(WorkerProcess& worker, QJsonObject line)
{
    const int launch = ++m_lastLaunch;
    worker.setLaunch(launch);
    line[u"do"_s] = u"fork"_s;
    line[u"launch"_s] = launch;
    m_workers.insert(launch, &worker);
    m_queue.emplace_back(launch, std::move(line));
    if (!m_process) {
        if (const Result<void> started = start(); !started) {
            dropProcess();
            // Not from within the worker's own start.
            QMetaObject::invokeMethod(this, [this, error = started.error()] { failWorkers(error); }, Qt::QueuedConnection);
        }
        return;
    }
    forkWaiting();
}

void ClusterPrimary::forkWaiting()
{
    while (!m_ending && m_channel && m_channel->isConnected() && !m_queue.empty() && m_starting.size() < startingAtOnce()) {
        auto [launch, line] = std::move(m_queue.front());
        m_queue.pop_front();
        if (!m_workers.value(launch))
            continue;
        m_starting.insert(launch);
        m_channel->send(line);
    }
}

void ClusterPrimary::settled(int launch)
{
    if (m_starting.remove(launch))
        forkWaiting();
}

void ClusterPrimary::send(WorkerProcess& worker, QJsonObject line)
{
    line[u"launch"_s] = worker.launch();
    if (m_channel)
        m_channel->send(line);
}

void ClusterPrimary::expectEnd(WorkerProcess& worker)
{
    m_overdue.insert(worker.launch());
    if (!m_overdueTimer.isActive())
        m_overdueTimer.start();
}

void ClusterPrimary::forget(WorkerProcess& worker)
{
    m_workers.remove(worker.launch());
    std::erase_if(m_queue, [&worker](const auto& waiting) { return waiting.first == worker.launch(); });
}

void ClusterPrimary::received(const QJsonObject& line)
{
    const QString what = line[u"do"].toString();
    if (what == "warning"_L1) {
        Q_EMIT warned(line[u"text"].toString());
        return;
    }
    const int launch = line[u"launch"].toInt();
    const QPointer<WorkerProcess> worker = m_workers.value(launch);
    const bool isEnd = what == "exit"_L1 || what == "failed"_L1;
    if (isEnd) {
        m_workers.remove(launch);
        m_overdue.remove(launch);
        if (m_overdue.isEmpty())
            m_overdueTimer.stop();
    }
    if (worker)
        worker->received(what, line);
    if (isEnd || what == "online"_L1 || what == "listening"_L1)
        settled(launch);
}

void ClusterPrimary::end()
{
    if (!m_process || std::exchange(m_ending, true))
        return;
    if (m_channel && m_channel->send({{u"do"_s, u"end"_s}}))
        m_overdueTimer.start();
    else
        m_tree.kill(m_key);
}

void ClusterPrimary::processFinished(const ProcessExit& exit)
{
    m_tree.kill(m_key); // whatever it left behind
    m_tree.removeRoot(m_key);
    m_out.finish();
    m_error.finish();
    const QJsonValue how = Reason::ofExit(exit.code, exit.signal).asArgument();
    const bool asked = m_ending;
    dropProcess();
    m_starting.clear();
    const auto workers = std::exchange(m_workers, {});
    auto queue = std::exchange(m_queue, {});
    QSet<int> waiting;
    for (const auto& [launch, line] : queue)
        waiting.insert(launch);
    for (auto it = workers.cbegin(); it != workers.cend(); ++it) {
        if (!it.value() || (asked && waiting.contains(it.key())))
            continue;
        it.value()->primaryEnded(Reason::of(ReasonCode::PrimaryEnded, {how}));
    }
    if (asked && !queue.empty()) {
        // Came in while it was ending: for its successor.
        for (auto& [launch, line] : queue) {
            if (WorkerProcess* worker = workers.value(launch))
                fork(*worker, line);
        }
    }
    Q_EMIT changed();
}

void ClusterPrimary::failWorkers(const Error& error)
{
    m_queue.clear();
    m_starting.clear();
    const auto workers = std::exchange(m_workers, {});
    for (const QPointer<WorkerProcess>& worker : workers) {
        if (worker)
            worker->cannotStart(error);
    }
}

void ClusterPrimary::dropProcess()
{
    m_overdueTimer.stop();
    m_greetingTimer.stop();
    m_overdue.clear();
    if (m_channel) {
        m_channel->disconnect(this);
        m_channel.release()->deleteLater(); // this may run inside one of its signals
    }
    if (m_process) {
        m_process->disconnect(this);
        m_process.release()->deleteLater();
    }
}

} // namespace tropero
