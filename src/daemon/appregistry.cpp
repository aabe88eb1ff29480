// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/appregistry.h"

#include "daemon/lognaming.h"

#include <QDateTime>

#include <limits>
#include <utility>

namespace tropero {

int primaryKey(qint64 pid)
{
    return -static_cast<int>(pid % std::numeric_limits<int>::max()) - 1; // numbers are never negative, and -1 is none
}

AppRegistry::AppRegistry(QString logsFolder, QObject* parent) : QObject(parent), m_logsFolder(std::move(logsFolder)) {}

ManagedApp* AppRegistry::app(const QString& id) const
{
    const auto found = std::find_if(m_apps.begin(), m_apps.end(), [&id](const auto& one) { return one->id == id; });
    return found == m_apps.end() ? nullptr : found->get();
}

ManagedApp* AppRegistry::appOfInstance(int number) const
{
    const auto found = std::find_if(m_apps.begin(), m_apps.end(),
                                    [number](const auto& one) { return std::as_const(*one).instance(number); });
    return found == m_apps.end() ? nullptr : found->get();
}

QList<ManagedApp*> AppRegistry::appsNamed(const QString& name, const QString& nameSpace) const
{
    QList<ManagedApp*> result;
    for (const auto& one : m_apps) {
        if (one->spec.name == name && one->spec.nameSpace == nameSpace) result.append(one.get());
    }
    return result;
}

qsizetype AppRegistry::instanceCount() const
{
    qsizetype count = 0;
    for (const auto& one : m_apps) count += one->instances.size();
    return count;
}

QList<Selectable> AppRegistry::selectables() const
{
    QList<Selectable> result;
    for (const auto& one : m_apps) {
        const QString script = one->absoluteScript();
        for (const InstanceStatus& instance : std::as_const(one->instances)) {
            result.append({instance.number, one->spec.name, one->spec.nameSpace, script});
        }
    }
    return result;
}

ManagedApp& AppRegistry::create(const AppSpec& spec, const EnvironmentMap& shellEnvironment)
{
    auto app = std::make_unique<ManagedApp>();
    app->id = newAppId(spec.name, ids());
    app->spec = spec;
    app->logBase = uniqueLogBase(spec, logBases());
    app->shellEnvironment = shellEnvironment;
    ManagedApp& result = *app;
    m_apps.push_back(std::move(app));
    addInstances(result, spec.instances);
    return result;
}

ManagedApp& AppRegistry::restore(const AppRecord& record)
{
    auto app = std::make_unique<ManagedApp>();
    app->id = ids().contains(record.id) ? newAppId(record.spec.name, ids()) : record.id;
    app->spec = record.spec;
    app->logBase = logBases().contains(record.logBase) ? uniqueLogBase(record.spec, logBases()) : record.logBase;
    app->startedWith = record.startedWith;
    app->specChangedAt = record.specChangedAt;
    app->unheard = record.startedWith.has_value();
    ManagedApp& result = *app;
    m_apps.push_back(std::move(app));
    for (const AppRecord::Instance& stored : record.instances) {
        InstanceStatus instance;
        instance.number = appOfInstance(stored.number) ? takeNumber() : stored.number;
        m_nextNumber = std::max(m_nextNumber, instance.number + 1);
        instance.index = stored.index;
        instance.wantedUp = stored.wantedUp;
        if (stored.finished) result.finished.insert(instance.number);
        instance.createdAt = stored.createdAt;
        result.instances.append(instance);
    }
    assignLogPaths(result);
    Q_EMIT appChanged(result.id);
    return result;
}

void AppRegistry::setSpec(ManagedApp& app, const AppSpec& spec)
{
    if (app.spec == spec) return;
    if (resolvedScript(app.spec) != resolvedScript(spec)) app.scriptPath.clear();
    // What the oldest processes run with counts: several changes may come before the restart.
    if (!app.unheard && !app.hasOlderProcess()) app.startedWith = app.spec;
    app.specChangedAt = QDateTime::currentMSecsSinceEpoch();
    app.spec = spec;
    app.specChanged();
    assignLogPaths(app);
    Q_EMIT appChanged(app.id);
}

void AppRegistry::setShellEnvironment(ManagedApp& app, const EnvironmentMap& environment)
{
    app.shellEnvironment = environment;
}

QList<int> AppRegistry::addInstances(ManagedApp& app, int count)
{
    QList<int> added;
    while (app.instances.size() < count) {
        int index = 0; // the lowest free one: an instance in the middle may have been deleted
        while (std::any_of(app.instances.cbegin(), app.instances.cend(),
                           [index](const InstanceStatus& one) { return one.index == index; })) {
            ++index;
        }
        InstanceStatus instance;
        instance.number = takeNumber();
        instance.index = index;
        instance.wantedUp = app.spec.autostart;
        instance.createdAt = QDateTime::currentMSecsSinceEpoch();
        app.instances.insert(index, instance);
        added.append(instance.number);
    }
    if (added.isEmpty()) return added;
    app.spec.instances = static_cast<int>(app.instances.size());
    app.specChanged();
    assignLogPaths(app);
    Q_EMIT appChanged(app.id);
    return added;
}

void AppRegistry::removeInstances(ManagedApp& app, const QList<int>& numbers)
{
    app.instances.removeIf([&numbers](const InstanceStatus& one) { return numbers.contains(one.number); });
    app.spec.instances = std::max(1, static_cast<int>(app.instances.size()));
    app.specChanged();
    for (const int number : numbers) Q_EMIT instanceRemoved(number);
    Q_EMIT appChanged(app.id);
}

void AppRegistry::remove(const QString& id)
{
    const auto found = std::find_if(m_apps.begin(), m_apps.end(), [&id](const auto& one) { return one->id == id; });
    if (found == m_apps.end()) return;
    const QList<int> numbers = (*found)->numbers();
    m_apps.erase(found);
    Q_EMIT appRemoved(id, numbers);
}

void AppRegistry::setGuard(ManagedApp& app, qint64 pid)
{
    if (app.guardPid == pid) return;
    app.guardPid = pid;
    Q_EMIT appChanged(app.id);
}

void AppRegistry::setPaths(ManagedApp& app, const QString& scriptPath, const QString& interpreterPath)
{
    if (app.scriptPath == scriptPath && app.interpreterPath == interpreterPath) return;
    app.scriptPath = scriptPath;
    app.interpreterPath = interpreterPath;
    Q_EMIT appChanged(app.id);
}

void AppRegistry::setCluster(ManagedApp& app, PrimaryStatus primary, const ReloadStatus& reload)
{
    if (primary.pid > 0 && primary.pid == app.primary.pid) {
        primary.cpu = app.primary.cpu;
        primary.memory = app.primary.memory;
    }
    if (app.primary == primary && app.reload == reload) return;
    app.primary = primary;
    app.reload = reload;
    Q_EMIT appChanged(app.id);
}

void AppRegistry::setWanted(ManagedApp& app, const QList<int>& numbers, bool up)
{
    for (const int number : numbers) {
        InstanceStatus* const instance = app.instance(number);
        if (!instance) continue;
        const bool changed = instance->wantedUp != up;
        instance->wantedUp = up;
        app.finished.remove(number);
        if (changed) Q_EMIT instanceChanged(app.id, number);
    }
}

void AppRegistry::updateInstance(ManagedApp& app, const InstanceStatus& status)
{
    // A guard that was told to end, by whomever, stops its instances too, but then it does not want them up any more.
    const bool ended = status.wantedUp && status.hasExited;
    change(app, status, status.state == InstanceState::Stopped && (ended || app.finished.contains(status.number)));
}

void AppRegistry::setInstance(ManagedApp& app, const InstanceStatus& status)
{
    change(app, status, app.finished.contains(status.number));
}

void AppRegistry::change(ManagedApp& app, const InstanceStatus& status, bool finished)
{
    InstanceStatus* const instance = app.instance(status.number);
    if (!instance) return;
    InstanceStatus next = status;
    next.index = instance->index;
    next.wantedUp = instance->wantedUp;
    next.outLog = instance->outLog;
    next.errorLog = instance->errorLog;
    if (next.createdAt == 0) next.createdAt = instance->createdAt;
    const bool alive = next.pid != 0 && next.pid == instance->pid;
    next.cpu = alive ? instance->cpu : 0;
    next.memory = alive ? instance->memory : 0;
    next.processes = alive ? instance->processes : 0;
    next.threads = alive ? instance->threads : -1;
    next.openFiles = alive ? instance->openFiles : -1;
    next.ports = alive ? instance->ports : QList<int>();
    finished = finished && instance->wantedUp;
    const bool finishedBefore = app.finished.contains(status.number);
    if (next == *instance && finished == finishedBefore) return;
    const bool stored = finished != finishedBefore || next.createdAt != instance->createdAt;
    *instance = next;
    if (finished) app.finished.insert(status.number);
    else app.finished.remove(status.number);
    Q_EMIT instanceChanged(app.id, status.number);
    forgetOlderSpec(app);
    if (stored) Q_EMIT recordChanged(app.id);
}

void AppRegistry::setHeard(ManagedApp& app)
{
    if (std::exchange(app.unheard, false)) forgetOlderSpec(app);
}

/// When no process is left that runs with it.
void AppRegistry::forgetOlderSpec(ManagedApp& app)
{
    if (!app.startedWith || app.unheard || app.hasOlderProcess()) return;
    app.startedWith.reset();
    Q_EMIT appChanged(app.id);
    Q_EMIT recordChanged(app.id);
}

void AppRegistry::setMetrics(const QHash<int, InstanceMetrics>& metrics)
{
    QList<int> changed;
    for (const auto& app : m_apps) {
        const auto own = app->primary.pid > 0 ? metrics.constFind(primaryKey(app->primary.pid)) : metrics.cend();
        if (own != metrics.cend() && (app->primary.cpu != own->cpu || app->primary.memory != own->memory)) {
            app->primary.cpu = own->cpu;
            app->primary.memory = own->memory;
            Q_EMIT primaryMeasured(app->id);
        }
        for (InstanceStatus& instance : app->instances) {
            const auto found = metrics.constFind(instance.number);
            if (found == metrics.cend()) continue;
            if (instance.cpu == found->cpu && instance.memory == found->memory && instance.processes == found->processes
                && instance.threads == found->threads) {
                continue;
            }
            instance.cpu = found->cpu;
            instance.memory = found->memory;
            instance.processes = found->processes;
            instance.threads = found->threads;
            changed.append(instance.number);
        }
    }
    if (!changed.isEmpty()) Q_EMIT metricsChanged(changed);
}

void AppRegistry::setDetails(int number, int openFiles, const QList<int>& ports)
{
    ManagedApp* const app = appOfInstance(number);
    InstanceStatus* const instance = app ? app->instance(number) : nullptr;
    if (!instance || (instance->openFiles == openFiles && instance->ports == ports)) return;
    instance->openFiles = openFiles;
    instance->ports = ports;
    Q_EMIT metricsChanged({number});
}

int AppRegistry::takeNumber()
{
    // Never the number of an instance that was just deleted while others live: who remembers it would hit another app.
    if (instanceCount() == 0) m_nextNumber = 0;
    return m_nextNumber++;
}

QSet<QString> AppRegistry::ids() const
{
    QSet<QString> result;
    for (const auto& app : m_apps) result.insert(app->id);
    return result;
}

QSet<QString> AppRegistry::logBases() const
{
    QSet<QString> result;
    for (const auto& app : m_apps) result.insert(app->logBase);
    return result;
}

void AppRegistry::assignLogPaths(ManagedApp& app) const
{
    const bool several = app.spec.instances > 1 || app.instances.size() > 1;
    for (InstanceStatus& one : app.instances) {
        const LogPaths paths = logPaths(app.spec, app.logBase, one.index, several, m_logsFolder);
        one.outLog = paths.out;
        one.errorLog = paths.error;
    }
}

} // namespace tropero
