// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/appsupervisor.h"

#include "supervision/captureclock.h"
#include "supervision/instance.h"
#include "supervision/programresolver.h"
#include "supervision/reload.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

/// Where the two streams of that instance go. Clocks stay with their instance unless instances share files.
Instance::Logs logsFor(const AppSetup& app, const InstanceSetup& setup, LogFiles& files, const std::shared_ptr<CaptureClock>& clock)
{
    const LogPolicy& policy = app.spec.logs;
    const LogFile::Limits limits{policy.maxSize, policy.maxAge, policy.keep};
    Instance::Logs logs;
    for (LogWriter::Targets* targets : {&logs.out, &logs.error}) {
        const bool isOut = targets == &logs.out;
        targets->clock = clock;
        targets->style = {policy.dateFormat, policy.json, isOut ? u"out"_s : u"err"_s, setup.number, app.spec.name};
        if (policy.disabled)
            continue;
        targets->file = files.open(isOut ? setup.outLog : setup.errorLog, limits);
        targets->combined = files.open(combinedLogPath(policy.combinedFile, app.spec.cwd, policy.merge, setup.index), limits);
    }
    return logs;
}

} // namespace

AppSupervisor::AppSupervisor(QString agentEndpoint, QObject* parent)
    : QObject(parent), m_tree(QByteArrayLiteral("TROPERO_RUN")), m_launcher(std::move(agentEndpoint), m_tree),
      m_sharedClock(std::make_shared<CaptureClock>())
{
    connect(&m_launcher, &Launcher::primaryChanged, this, [this] {
        Q_EMIT appChanged();
        checkWaiters();
    });
    connect(&m_launcher, &Launcher::warned, this, &AppSupervisor::note);
    connect(&m_automatic, &AutomaticRestarts::due, this, &AppSupervisor::restartByItself);
    connect(&m_automatic, &AutomaticRestarts::failed, this, &AppSupervisor::note);
}

AppSupervisor::~AppSupervisor()
{
    if (m_reload)
        m_reload->disconnect(this);
    for (const auto& instance : m_instances)
        instance->disconnect(this);
}

void AppSupervisor::configure(AppSetup setup)
{
    m_setup = std::make_shared<const AppSetup>(std::move(setup));
    for (const auto& instance : m_instances) {
        const int number = instance->status().number;
        const bool named = std::ranges::any_of(m_setup->instances, [number](const InstanceSetup& s) { return s.number == number; });
        if (!named && !m_dropping.contains(number))
            m_dropping.append(number);
    }
    QList<Instance*> toStart;
    for (const InstanceSetup& own : m_setup->instances) {
        Instance* instance = find(own.number);
        const std::shared_ptr<CaptureClock> clock = m_setup->spec.logs.merge ? m_sharedClock : std::make_shared<CaptureClock>();
        Instance::Logs logs = logsFor(*m_setup, own, m_files, clock);
        if (instance) {
            m_dropping.removeAll(own.number);
            instance->reconfigure(m_setup, own, std::move(logs));
        } else {
            m_instances.push_back(std::make_unique<Instance>(m_setup, own, std::move(logs), m_launcher, m_tree));
            instance = m_instances.back().get();
            connect(instance, &Instance::changed, this, [this, instance] { instanceChanged(instance); });
            connect(instance, &Instance::happened, this, &AppSupervisor::happened);
            connect(instance, &Instance::left, this, &AppSupervisor::restIfIdle);
            connect(instance, &Instance::reloadWanted, this, [this, number = own.number](const Reason& reason) {
                reload({number}, reason, 1, [this, number, reason](const Result<void>& result, const QString&) {
                    // Over its limit it cannot stay, with or without a good successor.
                    if (Instance* const one = find(number); one && !result && one->status().wantedUp)
                        one->restart(reason);
                });
            });
        }
        if (own.wantedUp && !instance->status().wantedUp)
            toStart.append(instance);
        else if (own.finished && instance->status().state == InstanceState::Stopped)
            instance->markFinished();
        else if (!own.wantedUp && !own.finished && instance->status().wantedUp)
            instance->stop();
    }
    updatePaths();
    for (Instance* instance : std::as_const(toStart))
        instance->start(Reason::of(ReasonCode::StartedWithApp));
    const QList<int> dropping = m_dropping;
    for (const int number : dropping) {
        if (Instance* instance = find(number))
            instance->stop(Reason::of(ReasonCode::LeftTheApp));
        if (Instance* instance = find(number))
            dropIfGone(instance);
    }
    configureAutomaticRestarts();
}

void AppSupervisor::dropIfGone(Instance* instance)
{
    const int number = instance->status().number;
    if (!m_dropping.contains(number) || instance->status().state != InstanceState::Stopped)
        return;
    m_dropping.removeAll(number);
    const auto it = std::ranges::find_if(m_instances, [instance](const auto& own) { return own.get() == instance; });
    instance->disconnect(this);
    it->release()->deleteLater(); // this may run inside its signal
    m_instances.erase(it);
    Q_EMIT dropped(number);
}

void AppSupervisor::start(const QList<int>& numbers, const Reason& reason, const Done& done)
{
    commandAll(&Instance::start, numbers, reason, false, done);
}

void AppSupervisor::stop(const QList<int>& numbers, const Reason& reason, const Done& done)
{
    commandAll(&Instance::stop, numbers, reason, true, done);
}

void AppSupervisor::restart(const QList<int>& numbers, const Reason& reason, const Done& done)
{
    commandAll(&Instance::restart, numbers, reason, false, done);
}

void AppSupervisor::commandAll(void (Instance::*command)(const Reason&), const QList<int>& numbers, const Reason& reason, bool forTreeGone,
                               const Done& done)
{
    const QList<Instance*> chosen = select(numbers);
    for (Instance* instance : chosen)
        (instance->*command)(reason);
    await(chosen, forTreeGone, done);
}

void AppSupervisor::reload(const QList<int>& numbers, const Reason& reason, int parallel, const Reloaded& done)
{
    m_reloads.push_back({numbers, reason, parallel, done});
    if (m_reload)
        Q_EMIT appChanged();
    else
        startNextReload();
}

void AppSupervisor::startNextReload()
{
    if (m_reload || m_reloads.empty())
        return;
    const WaitingReload one = std::move(m_reloads.front());
    m_reloads.pop_front();
    const bool rolling = m_setup->spec.execMode == ExecMode::Cluster;
    if (rolling && m_launcher.needsNewPrimary(*m_setup)) {
        // Old and new workers cannot be under one primary then.
        restart({}, one.reason, [done = one.done, this] {
            done({}, tr("the whole cluster was restarted, since its Node or its scheduling changed"));
            startNextReload();
        });
        return;
    }
    QList<Instance*> chosen = select(one.numbers);
    std::ranges::sort(chosen, {}, [](const Instance* instance) { return instance->status().index; });
    const int usual = m_setup->spec.cluster.reloadParallel > 0 ? m_setup->spec.cluster.reloadParallel : chosen.size() > 2 ? 2 : 1;
    m_reload = std::make_unique<Reload>(chosen, rolling ? Reload::Manner::Rolling : Reload::Manner::Ordered,
                                        !rolling ? 1 : one.parallel > 0 ? one.parallel : usual, one.reason);
    m_reloading.clear();
    for (const Instance* instance : std::as_const(chosen))
        m_reloading.append(instance->status().number);
    connect(m_reload.get(), &Reload::progressed, this, &AppSupervisor::appChanged);
    const QString note = rolling ? QString()
                                 : tr("fork mode: the instances were stopped and started again one after another; only a cluster is reloaded without a gap");
    connect(m_reload.get(), &Reload::finished, this, [this, note, done = one.done](const Result<void>& result) { reloadOver(result, note, done); });
    Q_EMIT appChanged();
    m_reload->begin();
}

void AppSupervisor::reloadOver(const Result<void>& result, const QString& note, const Reloaded& done)
{
    m_reload.release()->deleteLater(); // this runs inside its signal
    m_reloading.clear();
    Q_EMIT appChanged();
    if (done)
        done(result, note);
    startNextReload();
}

void AppSupervisor::cancelReload(const QList<int>& numbers)
{
    const auto concerned = [&numbers](const QList<int>& own) {
        return numbers.isEmpty() || own.isEmpty() || std::ranges::any_of(own, [&numbers](int number) { return numbers.contains(number); });
    };
    std::deque<WaitingReload> cancelled;
    std::erase_if(m_reloads, [&](const WaitingReload& one) {
        if (!concerned(one.numbers))
            return false;
        cancelled.push_back(one);
        return true;
    });
    for (const WaitingReload& one : cancelled)
        one.done(failure(ErrorCode::Cancelled, tr("The reload was cancelled"), m_setup->spec.name, tr("it was still waiting for another one")), {});
    if (m_reload && concerned(m_reloading))
        m_reload->cancel();
}

ReloadStatus AppSupervisor::reloadStatus() const
{
    if (!m_reload)
        return {};
    return {m_reload->total(), m_reload->done(), static_cast<int>(m_reloads.size())};
}

/// By changed files or a schedule: instances that a person stopped stay stopped.
void AppSupervisor::restartByItself(const Reason& reason)
{
    QList<int> numbers;
    for (const auto& instance : m_instances) {
        if (instance->status().wantedUp)
            numbers.append(instance->status().number);
    }
    if (numbers.isEmpty())
        return;
    if (m_setup->spec.execMode == ExecMode::Cluster)
        reload(numbers, reason, 0, {});
    else
        restart(numbers, reason, [] {});
}

void AppSupervisor::configureAutomaticRestarts()
{
    bool wantedUp = false;
    QStringList logs;
    for (const auto& instance : m_instances) {
        wantedUp = wantedUp || instance->status().wantedUp;
        logs << instance->status().outLog << instance->status().errorLog;
    }
    logs.removeAll(QString());
    logs.removeDuplicates();
    m_automatic.configure(*m_setup, logs, wantedUp);
}

void AppSupervisor::trigger(int number, const QString& action, const QJsonValue& parameter, const ActionCalls::Done& done)
{
    if (Instance* const instance = find(number))
        instance->trigger(action, parameter, done);
    else
        done(failure(ErrorCode::NotFound, tr("Cannot call the action \"%1\"").arg(action), QString::number(number), tr("there is no such instance")));
}

/// Something about the app as a whole, told as an event of its first instance.
void AppSupervisor::note(const Reason& text)
{
    if (m_instances.empty())
        return;
    const InstanceStatus& status = m_instances.front()->status();
    Q_EMIT happened({QDateTime::currentMSecsSinceEpoch(), status.number, InstanceEvent::Kind::Note, status.state, status.state, text, status.pid, 0, 0});
}

/// No process of any instance is there, and none is about to be.
bool AppSupervisor::isIdle() const
{
    return std::ranges::all_of(m_instances, [](const auto& instance) {
        const InstanceState state = instance->status().state;
        return (state == InstanceState::Stopped || state == InstanceState::Errored) && !instance->hasLeaving() && !instance->isReplacing();
    });
}

void AppSupervisor::restIfIdle()
{
    if (isIdle())
        m_launcher.rest();
    checkWaiters();
}

void AppSupervisor::reset(const QList<int>& numbers)
{
    const QList<Instance*> chosen = select(numbers);
    for (Instance* instance : chosen)
        instance->reset();
}

Result<void> AppSupervisor::signal(const QList<int>& numbers, const QString& name)
{
    Result<void> result;
    const QList<Instance*> chosen = select(numbers);
    for (Instance* instance : chosen) {
        const Result<void> sent = instance->signal(name);
        if (result && !sent)
            result = sent;
    }
    return result;
}

Result<void> AppSupervisor::flush(const QList<int>& numbers)
{
    Result<void> result;
    const QList<Instance*> chosen = select(numbers);
    for (Instance* instance : chosen) {
        const Result<void> flushed = instance->flush();
        if (result && !flushed)
            result = flushed;
    }
    return result;
}

QList<InstanceStatus> AppSupervisor::statuses(const QList<int>& numbers) const
{
    QList<InstanceStatus> result;
    const QList<Instance*> chosen = select(numbers);
    for (const Instance* instance : chosen)
        result.append(instance->status());
    return result;
}

Instance* AppSupervisor::find(int number) const
{
    const auto it = std::ranges::find_if(m_instances, [number](const auto& instance) { return instance->status().number == number; });
    return it == m_instances.end() ? nullptr : it->get();
}

QList<Instance*> AppSupervisor::select(const QList<int>& numbers) const
{
    QList<Instance*> result;
    for (const auto& instance : m_instances) {
        const int number = instance->status().number;
        if (numbers.isEmpty() ? !m_dropping.contains(number) : numbers.contains(number))
            result.append(instance.get());
    }
    return result;
}

void AppSupervisor::instanceChanged(Instance* instance)
{
    const int number = instance->status().number;
    if (!instance->plan().scriptPath.isEmpty()) {
        m_scriptPath = instance->plan().scriptPath;
        m_interpreterPath = instance->plan().interpreterPath;
    }
    Q_EMIT changed(number);
    dropIfGone(instance);
    configureAutomaticRestarts();
    restIfIdle();
}

void AppSupervisor::await(const QList<Instance*>& instances, bool forTreeGone, const Done& done)
{
    QList<int> numbers;
    for (const Instance* instance : instances)
        numbers.append(instance->status().number);
    m_waiters.push_back({numbers, forTreeGone, done});
    checkWaiters();
}

void AppSupervisor::checkWaiters()
{
    std::vector<Waiter> ready;
    std::erase_if(m_waiters, [this, &ready](const Waiter& waiter) {
        for (const int number : waiter.numbers) {
            const Instance* instance = find(number);
            if (!instance)
                continue;
            const bool isDone = waiter.forTreeGone ? instance->status().state != InstanceState::Stopping : instance->isSettled();
            if (!isDone)
                return false;
        }
        if (waiter.forTreeGone && isIdle() && !m_launcher.isAtRest())
            return false; // the primary is still on its way out
        ready.push_back(waiter);
        return true;
    });
    for (const Waiter& waiter : ready)
        waiter.done(); // may give the next command
}

void AppSupervisor::updatePaths()
{
    const int index = m_setup->instances.isEmpty() ? 0 : m_setup->instances.first().index;
    const EnvironmentMap environment = instanceEnvironment(m_setup->spec, m_setup->shellEnvironment, index);
    if (const Result<LaunchPlan> plan = ProgramResolver(environment).resolve(m_setup->spec)) {
        m_scriptPath = plan->scriptPath;
        m_interpreterPath = plan->interpreterPath;
    }
}

} // namespace tropero
