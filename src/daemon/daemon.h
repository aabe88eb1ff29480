// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/appcommands.h"
#include "daemon/appcreation.h"
#include "daemon/appediting.h"
#include "daemon/appmethods.h"
#include "daemon/appregistry.h"
#include "daemon/appscaling.h"
#include "daemon/daemonlog.h"
#include "daemon/eventlog.h"
#include "daemon/guardpool.h"
#include "daemon/history.h"
#include "daemon/historymethods.h"
#include "daemon/instancemethods.h"
#include "daemon/leftovers.h"
#include "daemon/methodtable.h"
#include "daemon/sampler.h"
#include "daemon/statemethods.h"
#include "daemon/statestore.h"
#include "daemon/subscriptions.h"
#include "ipc/rpcserver.h"
#include "platform/endpointclaim.h"
#include "platform/filelock.h"

#include <QObject>
#include <QPointer>

namespace tropero {

struct DaemonOptions
{
    HomeLayout home;
    QString endpoint;
    GuardTimings timings = {};
    /// Starts the guard of an app; returns its pid.
    std::function<Result<qint64>(const QString& appId)> launchGuard;
};

/// The daemon: everything in it wired together.
class Daemon : public QObject
{
    Q_OBJECT

public:
    explicit Daemon(DaemonOptions options, QObject* parent = nullptr);
    ~Daemon() override;

    /// Makes the folders, takes the lock, loads the apps, listens, takes up the guards. False when another daemon
    /// serves this home: nothing was done then.
    Result<bool> start();

Q_SIGNALS:
    /// It has ended its work (daemon.shutdown) and let go of lock and endpoint.
    void finished();

private:
    void wire();
    void load();
    void accept(ipc::RpcPeer* peer);
    void addDaemonMethods();
    void answerHello(const QJsonObject& params, const ipc::Responder& responder) const;
    QJsonObject status() const;
    void shutDown(ipc::RpcPeer* peer, bool keepApps, const ipc::Responder& responder);
    void leave(ipc::RpcPeer* peer, const ipc::Responder& responder);
    void recordSamples(qint64 at, const QList<int>& numbers);

    DaemonOptions m_options;
    qint64 m_startedAt = 0;
    int m_clients = 0;
    bool m_leaving = false;
    platform::FileLock m_lock;
    DaemonLog m_log;
    EventLog m_events;
    AppRegistry m_registry;
    History m_history;
    StateStore m_store;
    Leftovers m_leftovers;
    GuardPool m_guards;
    AppCommands m_commands;
    AppCreation m_creation;
    AppScaling m_scaling;
    AppEditing m_editing;
    Sampler m_sampler;
    Subscriptions m_subscriptions;
    AppMethods m_appMethods;
    InstanceMethods m_instanceMethods;
    StateMethods m_stateMethods;
    HistoryMethods m_historyMethods;
    MethodTable m_methods;
    platform::EndpointClaim m_claim;
    ipc::RpcServer m_server;
};

} // namespace tropero
