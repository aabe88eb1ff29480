// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/instancefacts.h"

#include "client/packageversion.h"
#include "core/arguments.h"
#include "core/fieldvalues.h"
#include "core/policytext.h"
#include "core/restarttracker.h"
#include "core/units.h"
#include "platform/sharedsockets.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(InstanceFacts)
};

class Facts
{
public:
    void section(const QString& title) { m_sections.append({title, {}}); }
    void add(const QString& name, const QString& value, bool alarming = false)
    {
        if (!value.isEmpty())
            m_sections.last().facts.append({name, value, alarming});
    }
    QList<FactSection> take()
    {
        m_sections.removeIf([](const FactSection& section) { return section.facts.isEmpty(); });
        return std::move(m_sections);
    }

private:
    QList<FactSection> m_sections;
};

QString sizeOrNone(qint64 bytes)
{
    return bytes > 0 ? formatSize(bytes) : QString();
}

QString portsText(const QList<int>& ports)
{
    QStringList texts;
    for (const int port : ports)
        texts.append(QString::number(port));
    return texts.join(", "_L1);
}

QString numberIfKnown(int number)
{
    return number >= 0 ? QString::number(number) : QString();
}

void addState(Facts& out, const AppStatus& app, const InstanceStatus& status, qint64 now)
{
    out.section({});
    const bool running = status.pid > 0;
    out.add(Texts::tr("reason"), status.reason.words());
    if (status.state == InstanceState::WaitingRestart && status.restartAt > now)
        out.add(Texts::tr("starts again in"), formatDuration(Milliseconds(status.restartAt - now)));
    if (app.reload.total > 0)
        out.add(Texts::tr("reload"), status.replacing ? reloadText(app.reload) + Texts::tr(", this instance now") : reloadText(app.reload));
    out.add(Texts::tr("wanted"), status.wantedUp ? Texts::tr("running") : Texts::tr("stopped"));
    out.add(Texts::tr("pid"), running ? QString::number(status.pid) : QString());
    if (running) {
        out.add(Texts::tr("uptime"), formatUptime(Milliseconds(now - status.startedAt)) + Texts::tr(" (since %1)").arg(formatMoment(status.startedAt)));
        out.add(Texts::tr("cpu"), formatPercent(status.cpu));
        out.add(Texts::tr("memory"), sizeOrNone(status.memory));
        out.add(Texts::tr("processes"), status.processes > 0 ? QString::number(status.processes) : QString());
        out.add(Texts::tr("threads"), numberIfKnown(status.threads));
        out.add(Texts::tr("open files"), numberIfKnown(status.openFiles));
        out.add(Texts::tr("ports"), portsText(status.ports));
    }
    out.add(Texts::tr("restarts"), QString::number(status.restarts));
    out.add(Texts::tr("unstable restarts"), QString::number(status.unstableRestarts));
    if (status.hasExited)
        out.add(Texts::tr("last exit"), describeExit({.code = status.exitCode, .signal = status.exitSignal}));
    out.add(Texts::tr("created at"), formatMoment(status.createdAt));
}

void addLaunch(Facts& out, const AppStatus& app, const InstanceStatus& status, PackageVersions& versions)
{
    out.section(Texts::tr("Launch"));
    const AppSpec& spec = app.spec;
    const QString version = versions.nearestTo(QFileInfo(app.scriptPath).isAbsolute() ? QFileInfo(app.scriptPath).path() : spec.cwd);
    out.add(Texts::tr("script path"), QDir::toNativeSeparators(app.scriptPath));
    out.add(Texts::tr("script args"), joinArguments(spec.args));
    out.add(Texts::tr("interpreter"), QDir::toNativeSeparators(app.interpreterPath.isEmpty() ? spec.interpreter : app.interpreterPath));
    out.add(Texts::tr("interpreter args"), joinArguments(spec.interpreterArgs));
    out.add(Texts::tr("exec cwd"), QDir::toNativeSeparators(spec.cwd));
    out.add(Texts::tr("node version"), status.nodeVersion);
    out.add(Texts::tr("exec mode"), spec.execMode == ExecMode::Cluster ? u"cluster"_s : u"fork"_s);
    out.add(Texts::tr("instance"), app.instances.size() > 1 ? Texts::tr("%1 of %2").arg(status.index + 1).arg(app.instances.size()) : QString());
    out.add(Texts::tr("user"), spec.user);
    out.add(Texts::tr("version"), version == "N/A"_L1 ? QString() : version);
    out.add(Texts::tr("env profile"), spec.envProfile);
    out.add(Texts::tr("guard pid"), app.guardPid > 0 ? QString::number(app.guardPid) : Texts::tr("none (the guard is being started or was lost)"));
}

void addCluster(Facts& out, const ClusterPolicy& policy, const PrimaryStatus& primary)
{
    out.section(Texts::tr("Cluster"));
    out.add(Texts::tr("scheduling"), schedulingSentence(policy));
    out.add(Texts::tr("caution"), schedulingCaution(policy, platform::sharedSocketsReset()));
    out.add(Texts::tr("reload"), policy.reloadParallel > 0 ? Texts::tr("%1 instances at the same time").arg(policy.reloadParallel) : QString());
    if (primary.pid <= 0)
        return;
    QStringList parts{Texts::tr("pid %1").arg(primary.pid)};
    if (!primary.nodeVersion.isEmpty())
        parts.append(Texts::tr("Node %1").arg(primary.nodeVersion));
    parts.append(formatPercent(primary.cpu));
    if (primary.memory > 0)
        parts.append(formatSize(primary.memory));
    out.add(Texts::tr("primary"), parts.join(", "_L1));
    out.add(Texts::tr("primary since"), formatMoment(primary.startedAt));
}

/// A metric of an app is {value, unit?, type?}.
void addMetrics(Facts& out, const QJsonObject& metrics)
{
    out.section(Texts::tr("Metrics"));
    for (auto metric = metrics.constBegin(); metric != metrics.constEnd(); ++metric) {
        const QJsonObject object = metric.value().toObject();
        const QString unit = object.value("unit"_L1).toString();
        const QString value = javascriptText(object.value("value"_L1));
        out.add(metric.key(), unit.isEmpty() ? value : value + u' ' + unit);
    }
}

void addLogs(Facts& out, const InstanceStatus& status, const AppSpec& spec)
{
    out.section(Texts::tr("Logs"));
    const auto fileText = [](const QString& path) {
        if (path.isEmpty())
            return Texts::tr("discarded");
        const QFileInfo file(path);
        return QDir::toNativeSeparators(path) + (file.exists() ? u" (%1)"_s.arg(formatSize(file.size())) : QString());
    };
    out.add(Texts::tr("out log"), fileText(status.outLog));
    out.add(Texts::tr("error log"), fileText(status.errorLog));
    out.add(Texts::tr("combined log"), spec.logs.combinedFile);
    out.add(Texts::tr("lost output"), sizeOrNone(status.lostLogBytes), true);
}

void addPolicies(Facts& out, const AppSpec& spec)
{
    out.section(Texts::tr("Policy"));
    out.add(Texts::tr("restart"), restartSentence(spec.restart));
    out.add(Texts::tr("stop"), stopSentence(spec.stop));
    out.add(Texts::tr("ready"), readySentence(spec.readiness));
    out.add(Texts::tr("watch"), spec.watch.enabled ? watchSentence(spec.watch) : QString());
    out.add(Texts::tr("cron restart"), spec.cron);
    out.add(Texts::tr("autostart"), spec.autostart ? Texts::tr("yes") : Texts::tr("no"));
}

void addEnvironment(Facts& out, const AppSpec& spec)
{
    out.section(Texts::tr("Configured environment"));
    const EnvironmentMap variables = configuredEnvironment(spec);
    for (auto variable = variables.cbegin(); variable != variables.cend(); ++variable)
        out.add(variable.key(), isSecretName(variable.key()) ? maskedValue() : variable.value());
}

} // namespace

QString reloadText(const ReloadStatus& reload)
{
    const QString text = Texts::tr("is being reloaded, %1 of %2 done").arg(reload.done).arg(reload.total);
    return reload.queued > 0 ? Texts::tr("%1; waiting after it: %2").arg(text).arg(reload.queued) : text;
}

QList<FactSection> instanceFacts(const AppStatus& app, const InstanceStatus& instance, qint64 now, PackageVersions& versions)
{
    Facts out;
    addState(out, app, instance, now);
    addMetrics(out, instance.metrics);
    addLaunch(out, app, instance, versions);
    if (app.spec.execMode == ExecMode::Cluster)
        addCluster(out, app.spec.cluster, app.primary);
    addPolicies(out, app.spec);
    addLogs(out, instance, app.spec);
    addEnvironment(out, app.spec);
    return out.take();
}

} // namespace tropero
