// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/selector.h"
#include "daemon/apprecord.h"
#include "daemon/managedapp.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>

#include <memory>
#include <vector>

namespace tropero {

/// The figures that the sampler has for one instance.
struct InstanceMetrics
{
    double cpu = 0;
    qint64 memory = 0;
    int processes = 0;
    int threads = -1;
};

/// Stands for a primary, which has no number, where figures are kept by number.
int primaryKey(qint64 pid);

/// All apps and the rules about them: ids, instance numbers, log names. Every change goes through it and is announced by a signal.
/// Pointers to an app stay good until it is removed.
class AppRegistry : public QObject
{
    Q_OBJECT

public:
    explicit AppRegistry(QString logsFolder, QObject* parent = nullptr);

    const std::vector<std::unique_ptr<ManagedApp>>& apps() const { return m_apps; }
    ManagedApp* app(const QString& id) const;
    ManagedApp* appOfInstance(int number) const;
    /// Apps of that name and namespace, oldest first.
    QList<ManagedApp*> appsNamed(const QString& name, const QString& nameSpace) const;
    qsizetype instanceCount() const;
    QList<Selectable> selectables() const;

    /// A new app with spec.instances instances, wanted up if it starts by itself.
    ManagedApp& create(const AppSpec& spec, const EnvironmentMap& shellEnvironment);
    /// An app as it was stored. Numbers, id and log name are given anew where another app has them.
    ManagedApp& restore(const AppRecord& record);
    void setSpec(ManagedApp& app, const AppSpec& spec);
    void setShellEnvironment(ManagedApp& app, const EnvironmentMap& environment);
    /// Adds instances until the app has `count`; returns the numbers of the new ones.
    QList<int> addInstances(ManagedApp& app, int count);
    void removeInstances(ManagedApp& app, const QList<int>& numbers);
    void remove(const QString& id);

    void setGuard(ManagedApp& app, qint64 pid);
    /// The guard has told what it has: from now on processes that are not there are known to be gone.
    void setHeard(ManagedApp& app);
    void setPaths(ManagedApp& app, const QString& scriptPath, const QString& interpreterPath);
    /// Takes over what the guard said; the figures of a primary that lives on are kept.
    void setCluster(ManagedApp& app, PrimaryStatus primary, const ReloadStatus& reload);
    void setWanted(ManagedApp& app, const QList<int>& numbers, bool up);
    /// Takes over what a guard said. The wanted state, log paths and metrics stay the daemon's own.
    void updateInstance(ManagedApp& app, const InstanceStatus& status);
    /// Takes over what the daemon itself found out.
    void setInstance(ManagedApp& app, const InstanceStatus& status);
    /// By number; those of primaries by primaryKey().
    void setMetrics(const QHash<int, InstanceMetrics>& metrics);
    void setDetails(int number, int openFiles, const QList<int>& ports);

Q_SIGNALS:
    void appChanged(const QString& id);                      ///< new, or its spec, guard or set of instances changed
    void appRemoved(const QString& id, const QList<int>& numbers);
    void instanceRemoved(int number);
    void instanceChanged(const QString& id, int number);     ///< anything but metrics
    void metricsChanged(const QList<int>& numbers);
    void primaryMeasured(const QString& id);                 ///< the figures of its primary changed
    void recordChanged(const QString& id);                   ///< something that is stored changed by itself, not by a command

private:
    int takeNumber();
    void forgetOlderSpec(ManagedApp& app);
    void change(ManagedApp& app, const InstanceStatus& status, bool finished);
    QSet<QString> ids() const;
    QSet<QString> logBases() const;
    void assignLogPaths(ManagedApp& app) const;

    QString m_logsFolder;
    std::vector<std::unique_ptr<ManagedApp>> m_apps;
    int m_nextNumber = 0;
};

} // namespace tropero
