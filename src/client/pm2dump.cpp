// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/pm2dump.h"

#include <QDir>
#include <QJsonObject>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

/// Keys that mean the same in a config file.
const QLatin1StringView sameKeys[] = {
    "name"_L1,           "namespace"_L1,         "args"_L1,          "max_memory_restart"_L1, "autorestart"_L1,
    "watch"_L1,          "ignore_watch"_L1,      "watch_delay"_L1,   "cron_restart"_L1,       "kill_timeout"_L1,
    "listen_timeout"_L1, "wait_ready"_L1,        "max_restarts"_L1,  "min_uptime"_L1,         "restart_delay"_L1,
    "treekill"_L1,       "stop_exit_codes"_L1,   "instance_var"_L1,  "increment_var"_L1,      "exp_backoff_restart_delay"_L1,
    "pmx"_L1,            "log_date_format"_L1,   "merge_logs"_L1,    "shutdown_with_message"_L1,
};

bool isOfTheShell(const QString& name, const QString& app)
{
    static const QStringList names{u"_"_s, u"OLDPWD"_s, u"PWD"_s, u"SHLVL"_s, u"unique_id"_s, u"NODE_APP_INSTANCE"_s};
    return names.contains(name) || name == app || name.startsWith("PM2_"_L1) || name.startsWith("pm_"_L1);
}

QJsonObject configOf(const QJsonObject& saved, const EnvironmentMap& own)
{
    QJsonObject app;
    for (const QLatin1StringView key : sameKeys) {
        if (saved.contains(key)) app.insert(key, saved.value(key));
    }
    app.insert("script"_L1, saved.value("pm_exec_path"_L1));
    app.insert("cwd"_L1, saved.value("pm_cwd"_L1));
    app.insert("exec_mode"_L1, saved.value("exec_mode"_L1).toString().startsWith("cluster"_L1) ? "cluster"_L1 : "fork"_L1);
    if (const QJsonArray nodeArgs = saved.value("node_args"_L1).toArray(); !nodeArgs.isEmpty()) app.insert("interpreter_args"_L1, nodeArgs);
    if (const QString interpreter = saved.value("exec_interpreter"_L1).toString(); !interpreter.isEmpty() && interpreter != "node"_L1)
        app.insert("interpreter"_L1, interpreter);
    if (saved.value("status"_L1).toString() == "stopped"_L1) app.insert("autostart"_L1, false);
    const QJsonObject environment = saved.value("env"_L1).toObject();
    QJsonObject kept;
    for (auto variable = environment.begin(); variable != environment.end(); ++variable) {
        const QString value = variable.value().toVariant().toString();
        if (variable.value().isObject() || isOfTheShell(variable.key(), saved.value("name"_L1).toString())) continue;
        if (!own.contains(variable.key()) || own.value(variable.key()) != value) kept.insert(variable.key(), value);
    }
    if (!kept.isEmpty()) app.insert("env"_L1, kept);
    return app;
}

} // namespace

QJsonArray appsOfPm2Dump(const QJsonArray& dump, const EnvironmentMap& own)
{
    QJsonArray apps;
    for (const QJsonValue& entry : dump) {
        const QJsonObject saved = entry.toObject();
        bool known = false;
        for (qsizetype i = 0; i < apps.size() && !known; ++i) {
            QJsonObject app = apps.at(i).toObject();
            known = app.value("name"_L1) == saved.value("name"_L1) && app.value("namespace"_L1) == saved.value("namespace"_L1) &&
                    app.value("script"_L1) == saved.value("pm_exec_path"_L1);
            if (!known) continue;
            app.insert("instances"_L1, app.value("instances"_L1).toInt(1) + 1);
            apps.replace(i, app);
        }
        if (!known) apps.append(configOf(saved, own));
    }
    return apps;
}

QString pm2DumpFile()
{
    return QDir(qEnvironmentVariable("PM2_HOME", QDir::homePath() + "/.pm2"_L1)).filePath(u"dump.pm2"_s);
}

} // namespace tropero
