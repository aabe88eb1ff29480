// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"
#include "core/instancestate.h"

#include <QJsonObject>
#include <QList>
#include <QString>

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
    QString reason;                ///< of the last transition, in words
    QString outLog;                ///< absolute; empty: discarded
    QString errorLog;
    qint64 lostLogBytes = 0;       ///< output that could not be stored (disk full)
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

struct AppStatus
{
    QString id;                    ///< stable, [a-z0-9-]
    AppSpec spec;
    QString scriptPath;            ///< resolved absolute path; empty until known
    QString interpreterPath;       ///< resolved; empty when the script runs itself
    qint64 guardPid = 0;           ///< 0: no guard connected
    QList<InstanceStatus> instances;

    QJsonObject toJson() const;
    static AppStatus fromJson(const QJsonObject& json);
};

} // namespace tropero
