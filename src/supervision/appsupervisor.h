// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instancestatus.h"
#include "platform/processtree.h"
#include "supervision/appsetup.h"
#include "supervision/actioncalls.h"
#include "supervision/automaticrestarts.h"
#include "supervision/instanceevent.h"
#include "supervision/launcher.h"
#include "supervision/logfiles.h"

#include <QList>
#include <QObject>

#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace tropero {

class CaptureClock;
class Instance;
class Reload;

/// One app and its instances. Commands take instance numbers (unknown ones are passed over; an empty list means all) and answer when
/// their work is done; they run in parallel.
class AppSupervisor : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void()>;
    /// `note` is what a person should know about how it was done; mostly empty.
    using Reloaded = std::function<void(const Result<void>& result, const QString& note)>;

    /// `agentEndpoint`: where the app's Node processes find their guard (platform::agentEndpoint).
    explicit AppSupervisor(QString agentEndpoint, QObject* parent = nullptr);
    /// Kills what still runs.
    ~AppSupervisor() override;

    /// Takes over what should be: new instances are made, and started when wanted; known ones get the new spec for their next start, and
    /// start or stop when what is wanted of them changed; those not named any more are stopped and dropped.
    void configure(AppSetup setup);
    bool isConfigured() const { return m_setup != nullptr; }
    const AppSetup& setup() const { return *m_setup; }

    /// Done when settled: online, errored, waiting for a restart, or stopped. Online ones are left alone.
    void start(const QList<int>& numbers, const Reason& reason, const Done& done);
    /// Done when no process of any of the trees is left and their output is stored.
    void stop(const QList<int>& numbers, const Reason& reason, const Done& done);
    /// Done when settled. Starts stopped ones.
    void restart(const QList<int>& numbers, const Reason& reason, const Done& done);
    /// Clusters: rolling, `parallel` at a time (0: by the spec); fork mode: restarts one after another, which the note says. Waits its turn while another
    /// reload runs. Answers when no replaced process is left.
    void reload(const QList<int>& numbers, const Reason& reason, int parallel, const Reloaded& done);
    /// Running and waiting reloads that have one of them are answered with Cancelled.
    void cancelReload(const QList<int>& numbers);
    /// Errors: NotFound when the instance does not have the action; those of ActionCalls.
    void trigger(int number, const QString& action, const QJsonValue& parameter, const ActionCalls::Done& done);
    void reset(const QList<int>& numbers);
    /// Sends to all that run; the first error.
    Result<void> signal(const QList<int>& numbers, const QString& name);
    Result<void> flush(const QList<int>& numbers);

    PrimaryStatus primary() const { return m_launcher.primary(); }
    ReloadStatus reloadStatus() const;
    QList<InstanceStatus> statuses(const QList<int>& numbers = {}) const;
    /// Of the last start, or what a start would run now; empty when that cannot be found out.
    QString scriptPath() const { return m_scriptPath; }
    QString interpreterPath() const { return m_interpreterPath; }

Q_SIGNALS:
    /// primary() or reloadStatus() differs from before.
    void appChanged();
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

    struct WaitingReload
    {
        QList<int> numbers;
        Reason reason;
        int parallel = 0;
        Reloaded done;
    };

    void startNextReload();
    void reloadOver(const Result<void>& result, const QString& note, const Reloaded& done);
    void restartByItself(const Reason& reason);
    void configureAutomaticRestarts();
    void restIfIdle();
    bool isIdle() const;
    void note(const Reason& text);
    Instance* find(int number) const;
    QList<Instance*> select(const QList<int>& numbers) const;
    void dropIfGone(Instance* instance);
    void instanceChanged(Instance* instance);
    void commandAll(void (Instance::*command)(const Reason&), const QList<int>& numbers, const Reason& reason, bool forTreeGone, const Done& done);
    void await(const QList<Instance*>& instances, bool forTreeGone, const Done& done);
    void checkWaiters();
    void updatePaths();

    platform::ProcessTree m_tree;
    Launcher m_launcher;
    AutomaticRestarts m_automatic;
    std::shared_ptr<const AppSetup> m_setup;
    LogFiles m_files;
    std::shared_ptr<CaptureClock> m_sharedClock;
    std::vector<std::unique_ptr<Instance>> m_instances;
    std::unique_ptr<Reload> m_reload;
    QList<int> m_reloading;              ///< numbers of m_reload
    std::deque<WaitingReload> m_reloads;
    QList<int> m_dropping;
    std::vector<Waiter> m_waiters;
    QString m_scriptPath;
    QString m_interpreterPath;
};

} // namespace tropero
