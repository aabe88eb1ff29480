// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "daemon/guardcommand.h"

#include <QJsonObject>
#include <QObject>

#include <functional>
#include <memory>

namespace tropero {

class AppRegistry;
class EventLog;
class GuardPool;
class StateStore;
struct ManagedApp;

/// What went wrong for one app of a command, while others went on.
struct CommandProblem
{
    QString appId;
    QString name;
    Error error;
    bool carriedOut = false; ///< the command itself succeeded; only storing the new state failed
};

/// What the guard of one app answered, where that is more than the state of its instances.
struct CommandReply
{
    QString appId;
    QString name;
    QJsonObject reply;
};

/// Carries commands out on instances of any number of apps at once: keeps what is wanted, stores it, lets the guards do it.
/// `done` runs when all apps are done and all is stored.
class AppCommands : public QObject
{
    Q_OBJECT

public:
    using Problems = QList<CommandProblem>;
    using Done = std::function<void(const Problems& problems)>;
    using Replies = QList<CommandReply>;
    using Answered = std::function<void(const Problems& problems, const Replies& replies)>;

    AppCommands(AppRegistry& registry, StateStore& store, GuardPool& guards, EventLog& events, QObject* parent = nullptr);

    void start(const QList<int>& numbers, const Reason& reason, Done done);
    void stop(const QList<int>& numbers, const Reason& reason, Done done);
    void restart(const QList<int>& numbers, const Reason& reason, Done done);
    /// `parallel`: instances of an app at the same time; 0: as its spec says.
    void reload(const QList<int>& numbers, int parallel, const Reason& reason, Answered done);
    void cancelReload(const QList<int>& numbers, Done done);
    void trigger(const QList<int>& numbers, const QString& action, const QJsonValue& parameter, Answered done);
    void remove(const QList<int>& numbers, const Reason& reason, Done done);
    void reset(const QList<int>& numbers, Done done);
    void signal(const QList<int>& numbers, const QString& signal, Done done);
    void flush(const QList<int>& numbers, Done done);

    /// Tells the app's guard about a changed spec or set of instances, if it has one.
    void reconfigure(const QString& appId);
    /// Stores the app; `done` gets a problem if that failed.
    void persist(const QString& appId, Done done = {});
    /// `done` runs when all that was to be stored so far is stored.
    void storeAll(std::function<void()> done);
    /// Ends all apps and their guards, and puts their files aside for apps.resurrect.
    void shutDown(Done done);

private:
    class Join;
    using JoinPointer = std::shared_ptr<Join>;

    QList<std::pair<ManagedApp*, QList<int>>> byApp(const QList<int>& numbers) const;
    void command(const GuardCommand& command, const JoinPointer& join);
    void wantAndRun(const GuardCommand& command, bool up, const JoinPointer& join);
    JoinPointer joined(Done done);
    void save(const ManagedApp& app, const JoinPointer& join);
    void removeWhole(ManagedApp& app, const Reason& reason, const JoinPointer& join);
    void removeSome(ManagedApp& app, const QList<int>& numbers, const Reason& reason, const JoinPointer& join);

    AppRegistry& m_registry;
    StateStore& m_store;
    GuardPool& m_guards;
    EventLog& m_events;
};

} // namespace tropero
