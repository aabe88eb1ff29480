// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pm2shape.h"

#include "client/packageversion.h"
#include "core/homelayout.h"
#include "core/logname.h"
#include "core/units.h"

#include <QFileInfo>
#include <QJsonArray>

#include <cmath>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

/// A duration of a spec in milliseconds, a size in bytes: a spec may hold them as numbers or as the user wrote them.
QJsonValue milliseconds(const QJsonValue& value)
{
    if (!value.isString())
        return value;
    const auto duration = parseDuration(value.toString());
    return duration ? QJsonValue(static_cast<qint64>(duration->count())) : value;
}

QJsonValue bytes(const QJsonValue& value)
{
    if (!value.isString())
        return value;
    const auto size = parseSize(value.toString());
    return size ? QJsonValue(*size) : value;
}

QString interpreterName(const ListedInstance& instance)
{
    const QString given = instance.spec.value("interpreter"_L1).toString();
    if (!given.isEmpty())
        return given;
    const QString resolved = instance.app.value("interpreterPath"_L1).toString();
    return resolved.isEmpty() ? u"none"_s : QFileInfo(resolved).completeBaseName();
}

OrderedValue actionsOf(const InstanceStatus& status)
{
    OrderedValue actions = OrderedValue::array();
    for (const QString& name : status.actions) {
        OrderedValue action = OrderedValue::object();
        action.insert(u"action_name"_s, name);
        action.insert(u"action_type"_s, u"custom"_s);
        actions.append(std::move(action));
    }
    return actions;
}

OrderedValue pm2Environment(const ListedInstance& instance, const HomeLayout& home, PackageVersions& versions)
{
    const QJsonObject& spec = instance.spec;
    const InstanceStatus& status = instance.status;
    OrderedValue env = OrderedValue::object();
    const auto given = [&](QLatin1StringView key, const QJsonValue& value) {
        if (!value.isUndefined())
            env.insert(QString(key), value);
    };
    const QString instanceVariable = spec.value("instance_var"_L1).toString(u"NODE_APP_INSTANCE"_s);
    const QJsonObject variables = spec.value("env"_L1).toObject();

    given("name"_L1, instance.name);
    given("filter_env"_L1, spec.value("filter_env"_L1).toArray());
    given("namespace"_L1, instance.nameSpace);
    given("args"_L1, spec.value("args"_L1));
    given("env"_L1, variables);
    given("max_memory_restart"_L1, bytes(spec.value("max_memory_restart"_L1)));
    given("restart_delay"_L1, milliseconds(spec.value("restart_delay"_L1)));
    given("exp_backoff_restart_delay"_L1, milliseconds(spec.value("exp_backoff_restart_delay"_L1)));
    given("max_restarts"_L1, spec.value("max_restarts"_L1));
    given("min_uptime"_L1, milliseconds(spec.value("min_uptime"_L1)));
    given("stop_exit_codes"_L1, spec.value("stop_exit_codes"_L1));
    given("kill_timeout"_L1, milliseconds(spec.value("kill_timeout"_L1)));
    given("listen_timeout"_L1, milliseconds(spec.value("listen_timeout"_L1)));
    if (spec.value("ready_when"_L1) == "ready"_L1)
        given("wait_ready"_L1, true);
    given("log_date_format"_L1, spec.value("log_date_format"_L1));
    given("merge_logs"_L1, spec.value("merge_logs"_L1).toBool(false));
    given("autostart"_L1, spec.value("autostart"_L1).toBool(true));
    given("autorestart"_L1, spec.value("restart"_L1).toString(u"always"_s) != "never"_L1);
    given("watch"_L1, spec.value("watch"_L1).isUndefined() ? QJsonValue(false) : spec.value("watch"_L1));
    given("ignore_watch"_L1, spec.value("ignore_watch"_L1));
    given("watch_delay"_L1, milliseconds(spec.value("watch_delay"_L1)));
    given("cron_restart"_L1, spec.value("cron_restart"_L1));
    given("shutdown_with_message"_L1, spec.value("shutdown_with_message"_L1));
    given("instance_var"_L1, instanceVariable);
    given("pmx"_L1, spec.value("pmx"_L1).toBool(true));
    given("treekill"_L1, spec.value("treekill"_L1).toBool(true));
    given("username"_L1, spec.value("uid"_L1));
    given("node_args"_L1, spec.value("interpreter_args"_L1).toArray());
    given("pm_exec_path"_L1, instance.scriptPath());
    given("pm_cwd"_L1, instance.folder());
    given("exec_interpreter"_L1, interpreterName(instance));
    given("exec_mode"_L1, instance.mode + "_mode"_L1);
    given("instances"_L1, instance.appInstances);
    given("pm_out_log_path"_L1, status.outLog);
    given("pm_err_log_path"_L1, status.errorLog);
    given("pm_log_path"_L1, spec.value("log_file"_L1));
    given("pm_pid_path"_L1, QString(home.pidsFolder() + u'/' + sanitiseForFileName(instance.name) + u'-' + QString::number(status.number) + ".pid"_L1));
    env.insert(instanceVariable, status.index);
    for (auto variable = variables.constBegin(); variable != variables.constEnd(); ++variable)
        env.insert(variable.key(), QJsonValue(variable.value()));
    given("status"_L1, stateKey(status.state));
    given("pm_uptime"_L1, status.startedAt);
    env.insert(u"axm_actions"_s, actionsOf(status));
    given("axm_monitor"_L1, status.metrics);
    given("axm_options"_L1, QJsonObject());
    given("axm_dynamic"_L1, QJsonObject());
    given("created_at"_L1, status.createdAt);
    given("pm_id"_L1, status.number);
    given("restart_time"_L1, status.restarts);
    given("unstable_restarts"_L1, status.unstableRestarts);
    given("version"_L1, versions.nearestTo(QFileInfo(instance.scriptPath()).isAbsolute() ? QFileInfo(instance.scriptPath()).path() : instance.folder()));
    if (!status.nodeVersion.isEmpty())
        given("node_version"_L1, status.nodeVersion);
    if (status.hasExited)
        given("exit_code"_L1, status.exitCode);
    return env;
}

} // namespace

OrderedValue pm2List(const QList<ListedInstance>& instances, const QString& home)
{
    const HomeLayout layout(home);
    PackageVersions versions;
    OrderedValue list = OrderedValue::array();
    for (const ListedInstance& instance : instances) {
        const bool online = instance.status.state == InstanceState::Online;
        OrderedValue monit = OrderedValue::object();
        monit.insert(u"memory"_s, online ? instance.status.memory : 0);
        monit.insert(u"cpu"_s, online ? std::round(instance.status.cpu * 10) / 10 : 0);
        OrderedValue entry = OrderedValue::object();
        entry.insert(u"pid"_s, instance.status.pid);
        entry.insert(u"name"_s, instance.name);
        entry.insert(u"pm2_env"_s, pm2Environment(instance, layout, versions));
        entry.insert(u"pm_id"_s, instance.status.number);
        entry.insert(u"monit"_s, std::move(monit));
        list.append(std::move(entry));
    }
    return list;
}

} // namespace tropero
