// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/policies.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace tropero {

using EnvironmentMap = QMap<QString, QString>;

/// What to run and how: the value that the command line, a config file and the launch dialog all produce.
/// Its fields are described once, in specfields.h, which reads, checks, writes and documents them.
struct AppSpec
{
    QString name;
    QString nameSpace = QStringLiteral("default");
    QString script;              ///< path or program name as given; resolved against cwd and PATH when launched
    QStringList args;
    QString cwd;                 ///< absolute; empty: the folder of the client that started it
    QString interpreter;         ///< empty: by extension and shebang; "none": run the script itself
    QStringList interpreterArgs;
    ExecMode execMode = ExecMode::Fork;
    int instances = 1;           ///< as wanted now; 0 and negatives are resolved (CPU count) before it gets here
    EnvironmentMap env;          ///< configured variables only, never a whole shell environment
    QMap<QString, EnvironmentMap> envProfiles; ///< env_NAME blocks
    QString envProfile;          ///< the chosen block; merged over env
    bool filterAllEnv = false;   ///< nothing of the shell's environment is passed on
    QStringList filterEnv;       ///< shell variables whose name contains one of these are not passed on
    QString instanceVariable = QStringLiteral("NODE_APP_INSTANCE");
    QString incrementVariable;   ///< e.g. PORT: value + index in each further instance
    QString user;                ///< run as that user (root only); empty: as the daemon's user
    QString group;
    bool autostart = true;       ///< false: registered, but not started
    bool agent = true;           ///< Node apps get process.send() and what builds on it (PM2: pmx)
    bool metrics = false;        ///< event loop, heap and HTTP figures of a Node app
    QString cron;                ///< 5 or 6 fields: restart (cluster: reload) at these times what a person did not stop; empty: never
    WatchPolicy watch;
    ClusterPolicy cluster;
    RestartPolicy restart;
    StopPolicy stop;
    ReadinessPolicy readiness;
    LogPolicy logs;

    bool operator==(const AppSpec&) const = default;
};

/// env with the chosen profile merged over it.
EnvironmentMap configuredEnvironment(const AppSpec& spec);

/// Variables that one instance gets: shell (filtered) <- configured <- instance variable and incremented variable.
/// `index` is the 0-based instance index. Never contains TROPERO_* variables of the shell except TROPERO_HOME.
EnvironmentMap instanceEnvironment(const AppSpec& spec, const EnvironmentMap& shell, int index);

/// True when the name looks like a secret (PASSWORD, SECRET, TOKEN, KEY, CREDENTIAL, AUTH, ... as words of the name).
bool isSecretName(const QString& variable);
/// What is shown in place of a secret's value.
QString maskedValue();

} // namespace tropero
