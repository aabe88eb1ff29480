// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instancestatus.h"
#include "platform/processtree.h"
#include "supervision/appsetup.h"
#include "supervision/instanceevent.h"
#include "supervision/logfiles.h"

#include <QList>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace tropero {

class CaptureClock;
class Instance;

/// One app and its instances. Commands take instance numbers (unknown ones are passed over; an empty list means all) and answer when
/// their work is done; they run in parallel.
class AppSupervisor : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void()>;

    explicit AppSupervisor(QObject* parent = nullptr);
    /// Kills what still runs.
    ~AppSupervisor() override;

    /// Takes over what should be: new instances are made, and started when wanted; known ones get the new spec for their next start, and
    /// start or stop when what is wanted of them changed; those not named any more are stopped and dropped.
    void configure(AppSetup setup);
    bool isConfigured() const { return m_setup != nullptr; }
    const AppSetup& setup() const { return *m_setup; }

    /// Done when settled: online, errored, waiting for a restart, or stopped. Online ones are left alone.
    void start(const QList<int>& numbers, const QString& reason, const Done& done);
    /// Done when no process of any of the trees is left and their output is stored.
    void stop(const QList<int>& numbers, const QString& reason, const Done& done);
    /// Done when settled. Starts stopped ones.
    void restart(const QList<int>& numbers, const QString& reason, const Done& done);
    void reset(const QList<int>& numbers);
    /// Sends to all that run; the first error.
    Result<void> signal(const QList<int>& numbers, const QString& name);
    Result<void> flush(const QList<int>& numbers);

    QList<InstanceStatus> statuses(const QList<int>& numbers = {}) const;
    /// Of the last start, or what a start would run now; empty when that cannot be found out.
    QString scriptPath() const { return m_scriptPath; }
    QString interpreterPath() const { return m_interpreterPath; }

Q_SIGNALS:
    /// The status of that instance, or the paths above, differ from before.
    void changed(int number);
    void happened(const tropero::InstanceEvent& event);
    /// A dropped instance is gone.
    void dropped(int number);

private:
    struct Waiter
    {
        QList<int> numbers;
        bool forTreeGone = false;
        Done done;
    };

    Instance* find(int number) const;
    QList<Instance*> select(const QList<int>& numbers) const;
    void dropIfGone(Instance* instance);
    void instanceChanged(Instance* instance);
    void await(const QList<Instance*>& instances, bool forTreeGone, const Done& done);
    void checkWaiters();
    void updatePaths();

    platform::ProcessTree m_tree;
    std::shared_ptr<const AppSetup> m_setup;
    LogFiles m_files;
    std::shared_ptr<CaptureClock> m_sharedClock;
    std::vector<std::unique_ptr<Instance>> m_instances;
    QList<int> m_dropping;
    std::vector<Waiter> m_waiters;
    QString m_scriptPath;
    QString m_interpreterPath;
};

} // namespace tropero
