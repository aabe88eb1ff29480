// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"

#include <QList>
#include <QString>

namespace tropero {

/// What the daemon says about one instance when it hands an app over.
struct InstanceSetup
{
    int number = -1;
    int index = 0;
    bool wantedUp = false;
    int restarts = 0;      ///< of a new instance only: counters that go on
    qint64 createdAt = 0;  ///< ms since the epoch
    QString outLog;        ///< absolute; empty: output is thrown away
    QString errorLog;
    bool finished = false; ///< it should run, but ended by itself for good: not started except by schedule and watch
};

/// One app as a guard runs it.
struct AppSetup
{
    QString id;
    AppSpec spec;
    EnvironmentMap shellEnvironment;
    QString home;          ///< TROPERO_HOME for the app
    QString logBase;       ///< as given by the daemon, which gets it back when it lost its memory
    QString logsFolder;
    QString pidsFolder;
    QString agentFolder;   ///< with hook.cjs and primary.cjs; empty: there is no agent
    QString guardProgram;  ///< puts itself in front of programs that get sockets
    QList<InstanceSetup> instances;
};

} // namespace tropero
