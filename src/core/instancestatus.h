// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"
#include "core/instancestate.h"
#include "core/reason.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace tropero {

/// What is known of one instance. Times are milliseconds since the epoch, 0 where unknown. Travels as JSON (docs/protocol.md).
struct InstanceStatus
{
    int number = -1;               ///< PM2's pm_id, unique among all instances
    int index = 0;                 ///< 0-based within its app
    InstanceState state = InstanceState::Stopped;
    bool wantedUp = false;
    qint64 pid = 0;                ///< 0 unless a process exists
    qint64 startedAt = 0;          ///< of the current or last process
    qint64 createdAt = 0;          ///< of the instance, or its last reset
    qint64 restartAt = 0;          ///< while waiting for a restart: when it is due
    int restarts = 0;
    int unstableRestarts = 0;
    bool hasExited = false;
    int exitCode = 0;
    int exitSignal = 0;
    Reason reason;                 ///< of the last transition
    QString outLog;                ///< absolute; empty: discarded
    QString errorLog;
    qint64 lostLogBytes = 0;       ///< output that could not be stored (disk full)
    bool replacing = false;        ///< a reload is replacing its process
    QJsonObject metrics;           ///< custom and built-in figures: name -> {"value", "unit"?, "type"?}
    QStringList actions;           ///< names of what `trigger` can call
    QString nodeVersion;           ///< "20.20.2"; empty where not known
    // Filled by the daemon's sampler; -1 where not known.
    double cpu = 0;                ///< percent of one core over the process tree
    qint64 memory = 0;             ///< resident bytes over the process tree
    int processes = 0;             ///< of the tree
    int threads = -1;
    int openFiles = -1;
    QList<int> ports;              ///< listening TCP ports of the tree, ascending

    QJsonObject toJson() const;
    static InstanceStatus fromJson(const QJsonObject& json);
    bool operator==(const InstanceStatus&) const = default;
};

/// The process that hands out the connections of a Node cluster. Not an instance: it has no number and is not counted.
struct PrimaryStatus
{
    qint64 pid = 0;                ///< 0: none runs
    qint64 startedAt = 0;          ///< ms since the epoch
    QString nodeVersion;
    double cpu = 0;                ///< as of instances, of this process alone
    qint64 memory = 0;

    QJsonObject toJson() const;
    static PrimaryStatus fromJson(const QJsonObject& json);
    bool operator==(const PrimaryStatus&) const = default;
};

/// A reload that is under way.
struct ReloadStatus
{
    int total = 0;                 ///< instances to replace; 0: no reload
    int done = 0;
    int queued = 0;                ///< further reloads that wait

    QJsonObject toJson() const;
    static ReloadStatus fromJson(const QJsonObject& json);
    bool operator==(const ReloadStatus&) const = default;
};

struct AppStatus
{
    QString id;                    ///< stable, [a-z0-9-]
    AppSpec spec;
    QString scriptPath;            ///< resolved absolute path; empty until known
    QString interpreterPath;       ///< resolved; empty when the script runs itself
    qint64 guardPid = 0;           ///< 0: no guard connected
    PrimaryStatus primary;
    ReloadStatus reload;
    QStringList needsRestart;      ///< keys of changed fields whose values a process that runs does not have yet
    QList<InstanceStatus> instances;

    QJsonObject toJson() const;
    static AppStatus fromJson(const QJsonObject& json);
};

} // namespace tropero
