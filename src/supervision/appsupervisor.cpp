// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/appsupervisor.h"

#include "supervision/captureclock.h"
#include "supervision/instance.h"
#include "supervision/programresolver.h"

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

AppSupervisor::AppSupervisor(QObject* parent)
    : QObject(parent), m_tree(QByteArrayLiteral("TROPERO_INSTANCE")), m_sharedClock(std::make_shared<CaptureClock>())
{
}

AppSupervisor::~AppSupervisor()
{
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
            m_instances.push_back(std::make_unique<Instance>(m_setup, own, std::move(logs), m_tree));
            instance = m_instances.back().get();
            connect(instance, &Instance::changed, this, [this, instance] { instanceChanged(instance); });
            connect(instance, &Instance::happened, this, &AppSupervisor::happened);
        }
        if (own.wantedUp && !instance->status().wantedUp)
            toStart.append(instance);
        else if (!own.wantedUp && instance->status().wantedUp)
            instance->stop();
    }
    updatePaths();
    for (Instance* instance : std::as_const(toStart))
        instance->start(tr("started with its app"));
    const QList<int> dropping = m_dropping;
    for (const int number : dropping) {
        if (Instance* instance = find(number))
            instance->stop(tr("deleted"));
        if (Instance* instance = find(number))
            dropIfGone(instance);
    }
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

void AppSupervisor::start(const QList<int>& numbers, const QString& reason, const Done& done)
{
    const QList<Instance*> chosen = select(numbers);
    for (Instance* instance : chosen)
        instance->start(reason);
    await(chosen, false, done);
}

void AppSupervisor::stop(const QList<int>& numbers, const QString& reason, const Done& done)
{
    const QList<Instance*> chosen = select(numbers);
    for (Instance* instance : chosen)
        instance->stop(reason);
    await(chosen, true, done);
}

void AppSupervisor::restart(const QList<int>& numbers, const QString& reason, const Done& done)
{
    const QList<Instance*> chosen = select(numbers);
    for (Instance* instance : chosen)
        instance->restart(reason);
    await(chosen, false, done);
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
    checkWaiters();
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
