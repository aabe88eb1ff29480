// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/description.h"

#include "cli/displaywidth.h"
#include "cli/listtable.h"
#include "cli/packageversion.h"
#include "cli/terminaltext.h"
#include "core/arguments.h"
#include "core/fieldvalues.h"
#include "core/restarttracker.h"
#include "core/units.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int labelWidth = 20;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Description)
};

/// Collects the lines of the sections; a field without a value is left out.
class Sections
{
public:
    explicit Sections(const Console& console)
        : m_console(console)
    {
    }

    void heading(const QString& text) { m_text += (m_text.isEmpty() ? u""_s : u"\n"_s) + m_console.paint(Colour::Bold, text) + u'\n'; }
    void field(const QString& name, const QString& value, Colour colour = Colour::None)
    {
        if (value.isEmpty())
            return;
        const QString blanks(std::max(1, labelWidth - displayWidth(name)), u' ');
        m_text += "  "_L1 + m_console.paint(Colour::Dim, name) + blanks + m_console.paint(colour, value) + u'\n';
    }
    void line(const QString& text) { m_text += "  "_L1 + text + u'\n'; }
    QString text() const { return m_text; }

private:
    const Console& m_console;
    QString m_text;
};

QString timeText(qint64 time)
{
    return time > 0 ? QDateTime::fromMSecsSinceEpoch(time).toString(u"yyyy-MM-dd HH:mm:ss"_s) : QString();
}

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

void addState(Sections& out, const ListedInstance& one, qint64 now)
{
    const InstanceStatus& status = one.status;
    const bool running = status.pid > 0;
    out.field(Texts::tr("status"), stateText(status.state), stateColour(status.state));
    out.field(Texts::tr("reason"), status.reason);
    if (status.state == InstanceState::WaitingRestart && status.restartAt > now)
        out.field(Texts::tr("starts again in"), formatDuration(Milliseconds(status.restartAt - now)));
    const ReloadStatus reload = ReloadStatus::fromJson(one.app.value("reload"_L1).toObject());
    if (reload.total > 0)
        out.field(Texts::tr("reload"), status.replacing ? reloadText(reload) + Texts::tr(", this instance now") : reloadText(reload), Colour::Blue);
    out.field(Texts::tr("wanted"), status.wantedUp ? Texts::tr("running") : Texts::tr("stopped"));
    out.field(Texts::tr("pid"), running ? QString::number(status.pid) : QString());
    if (running) {
        out.field(Texts::tr("uptime"), formatUptime(Milliseconds(now - status.startedAt)) + Texts::tr(" (since %1)").arg(timeText(status.startedAt)));
        out.field(Texts::tr("cpu"), QString::number(status.cpu, 'f', 1) + u'%');
        out.field(Texts::tr("memory"), sizeOrNone(status.memory));
        out.field(Texts::tr("processes"), status.processes > 0 ? QString::number(status.processes) : QString());
        out.field(Texts::tr("threads"), numberIfKnown(status.threads));
        out.field(Texts::tr("open files"), numberIfKnown(status.openFiles));
        out.field(Texts::tr("ports"), portsText(status.ports));
    }
    out.field(Texts::tr("restarts"), QString::number(status.restarts));
    out.field(Texts::tr("unstable restarts"), QString::number(status.unstableRestarts));
    if (status.hasExited)
        out.field(Texts::tr("last exit"), describeExit({.code = status.exitCode, .signal = status.exitSignal}));
    out.field(Texts::tr("created at"), timeText(status.createdAt));
}

void addLaunch(Sections& out, const ListedInstance& one, const AppSpec& spec)
{
    const QString interpreter = one.app.value("interpreterPath"_L1).toString();
    PackageVersions versions;
    const QString version = versions.nearestTo(QFileInfo(one.scriptPath()).isAbsolute() ? QFileInfo(one.scriptPath()).path() : one.folder());
    out.field(Texts::tr("script path"), QDir::toNativeSeparators(one.scriptPath()));
    out.field(Texts::tr("script args"), joinArguments(spec.args));
    out.field(Texts::tr("interpreter"), QDir::toNativeSeparators(interpreter.isEmpty() ? spec.interpreter : interpreter));
    out.field(Texts::tr("interpreter args"), joinArguments(spec.interpreterArgs));
    out.field(Texts::tr("exec cwd"), QDir::toNativeSeparators(spec.cwd));
    out.field(Texts::tr("node version"), one.status.nodeVersion);
    out.field(Texts::tr("exec mode"), one.mode);
    out.field(Texts::tr("instance"), one.appInstances > 1 ? Texts::tr("%1 of %2").arg(one.status.index + 1).arg(one.appInstances) : QString());
    out.field(Texts::tr("user"), spec.user);
    out.field(Texts::tr("version"), version == "N/A"_L1 ? QString() : version);
    out.field(Texts::tr("env profile"), spec.envProfile);
    const qint64 guard = one.app.value("guardPid"_L1).toInteger();
    out.field(Texts::tr("guard pid"), guard > 0 ? QString::number(guard) : Texts::tr("none (the guard is being started or was lost)"));
}

QString schedulingSentence(const ClusterPolicy& policy)
{
    if (!policy.listen.isEmpty())
        return Texts::tr("the system chooses; all instances accept from the sockets %1").arg(policy.listen.join(", "_L1));
    switch (policy.scheduling) {
    case Scheduling::RoundRobin: return Texts::tr("rr: connections go to the workers in turn");
    case Scheduling::None: return Texts::tr("none: the workers share one socket, the system chooses");
    case Scheduling::ReusePort: return Texts::tr("reuseport: each worker has a socket of its own");
    }
    return {};
}

void addCluster(Sections& out, const ListedInstance& one, const AppSpec& spec)
{
    const PrimaryStatus primary = PrimaryStatus::fromJson(one.app.value("primary"_L1).toObject());
    out.heading(Texts::tr("Cluster"));
    out.field(Texts::tr("scheduling"), schedulingSentence(spec.cluster));
    out.field(Texts::tr("reload"), spec.cluster.reloadParallel > 0 ? Texts::tr("%1 instances at the same time").arg(spec.cluster.reloadParallel) : QString());
    if (primary.pid <= 0)
        return;
    QStringList parts{Texts::tr("pid %1").arg(primary.pid)};
    if (!primary.nodeVersion.isEmpty())
        parts.append(Texts::tr("Node %1").arg(primary.nodeVersion));
    parts.append(QString::number(primary.cpu, 'f', 1) + u'%');
    if (primary.memory > 0)
        parts.append(formatSize(primary.memory));
    out.field(Texts::tr("primary"), parts.join(", "_L1));
    out.field(Texts::tr("primary since"), timeText(primary.startedAt));
}

/// A metric of an app is {value, unit?, type?}.
void addMetrics(Sections& out, const InstanceStatus& status)
{
    if (!status.metrics.isEmpty())
        out.heading(Texts::tr("Metrics"));
    for (auto metric = status.metrics.constBegin(); metric != status.metrics.constEnd(); ++metric) {
        const QJsonObject object = metric.value().toObject();
        const QString unit = object.value("unit"_L1).toString();
        const QString value = harmlessText(javascriptText(object.value("value"_L1)));
        out.field(harmlessText(metric.key()), unit.isEmpty() ? value : value + u' ' + harmlessText(unit));
    }
    if (status.actions.isEmpty())
        return;
    out.heading(Texts::tr("Actions"));
    for (const QString& action : status.actions)
        out.line(Texts::tr("tropero trigger %1 %2").arg(QString::number(status.number), harmlessText(joinArguments({action}))));
}

void addLogs(Sections& out, const ListedInstance& one, const AppSpec& spec)
{
    const auto fileText = [](const QString& path) {
        if (path.isEmpty())
            return Texts::tr("discarded");
        const QFileInfo file(path);
        return QDir::toNativeSeparators(path) + (file.exists() ? u" (%1)"_s.arg(formatSize(file.size())) : QString());
    };
    out.field(Texts::tr("out log"), fileText(one.status.outLog));
    out.field(Texts::tr("error log"), fileText(one.status.errorLog));
    out.field(Texts::tr("combined log"), spec.logs.combinedFile);
    out.field(Texts::tr("lost output"), sizeOrNone(one.status.lostLogBytes), Colour::Red);
}

void addEvents(Sections& out, const QJsonArray& events, const Console& console)
{
    for (const QJsonValue value : events) {
        const QJsonObject event = value.toObject();
        const QString reason = event.value("reason"_L1).toString();
        out.line(console.paint(Colour::Dim, timeText(event.value("at"_L1).toInteger())) + "  "_L1 + event.value("kind"_L1).toString()
                 + (reason.isEmpty() ? QString() : ": "_L1 + reason));
    }
}

} // namespace

QString restartSentence(const RestartPolicy& policy)
{
    if (policy.when == RestartPolicy::When::Never)
        return Texts::tr("Never");
    QStringList parts;
    parts.append(policy.when == RestartPolicy::When::Always ? Texts::tr("Whenever it ends") : Texts::tr("When it fails"));
    if (policy.backoffStart.count() > 0)
        parts.append(Texts::tr("after %1 at first, %2 times longer each time, at most %3")
                         .arg(formatDuration(policy.backoffStart)).arg(policy.backoffFactor).arg(formatDuration(policy.backoffCap)));
    else
        parts.append(policy.delay.count() > 0 ? Texts::tr("after %1").arg(formatDuration(policy.delay)) : Texts::tr("at once"));
    if (!policy.stopExitCodes.isEmpty()) {
        QStringList codes;
        for (const int code : policy.stopExitCodes)
            codes.append(QString::number(code));
        parts.append(Texts::tr("not after exit code %1").arg(codes.join(", "_L1)));
    }
    parts.append(Texts::tr("until %1 crashes within %2").arg(policy.maxRestarts).arg(formatDuration(policy.window)));
    if (policy.memoryLimit > 0)
        parts.append(Texts::tr("and when it uses more than %1").arg(formatSize(policy.memoryLimit)));
    return parts.join(", "_L1);
}

QString stopSentence(const StopPolicy& policy)
{
    const QString whom = policy.wholeTree ? Texts::tr("all its processes") : Texts::tr("its main process");
    if (policy.message)
        return Texts::tr("the message 'shutdown', whatever is left is killed after %1").arg(formatDuration(policy.killTimeout));
    return Texts::tr("%1 to %2, whatever is left is killed after %3").arg(policy.signal, whom, formatDuration(policy.killTimeout));
}

QString readySentence(const ReadinessPolicy& policy)
{
    QString text;
    switch (policy.when) {
    case ReadinessPolicy::When::Auto: break;
    case ReadinessPolicy::When::Online: text = Texts::tr("when its process exists"); break;
    case ReadinessPolicy::When::Listening: text = Texts::tr("when it listens"); break;
    case ReadinessPolicy::When::Ready: text = Texts::tr("when it says so"); break;
    }
    if (!policy.probe.isEmpty())
        text = text.isEmpty() ? Texts::tr("when %1 answers").arg(policy.probe) : Texts::tr("%1 and %2 answers").arg(text, policy.probe);
    return text.isEmpty() ? text : Texts::tr("%1, or after %2").arg(text, formatDuration(policy.listenTimeout));
}

QString watchSentence(const WatchPolicy& policy)
{
    QStringList parts{policy.paths.isEmpty() ? Texts::tr("the working folder") : policy.paths.join(", "_L1)};
    if (!policy.extensions.isEmpty())
        parts.append(Texts::tr("only %1").arg(policy.extensions.join(", "_L1)));
    if (!policy.ignore.isEmpty())
        parts.append(Texts::tr("without %1").arg(policy.ignore.join(", "_L1)));
    if (policy.delay.count() > 0)
        parts.append(Texts::tr("after %1").arg(formatDuration(policy.delay)));
    return parts.join("; "_L1);
}

QString describeText(const ListedInstance& instance, const AppSpec& spec, const QJsonArray& events, qint64 now, const Console& console)
{
    Sections out(console);
    const QString nameSpace = instance.nameSpace == "default"_L1 ? QString() : Texts::tr(" in namespace %1").arg(instance.nameSpace);
    out.heading(labelOf(instance) + nameSpace);
    addState(out, instance, now);
    out.heading(Texts::tr("Launch"));
    addLaunch(out, instance, spec);
    if (spec.execMode == ExecMode::Cluster)
        addCluster(out, instance, spec);
    addMetrics(out, instance.status);
    out.heading(Texts::tr("Policy"));
    out.field(Texts::tr("restart"), restartSentence(spec.restart));
    out.field(Texts::tr("stop"), stopSentence(spec.stop));
    out.field(Texts::tr("ready"), readySentence(spec.readiness));
    if (spec.watch.enabled)
        out.field(Texts::tr("watch"), watchSentence(spec.watch));
    out.field(Texts::tr("cron restart"), spec.cron);
    out.field(Texts::tr("autostart"), spec.autostart ? Texts::tr("yes") : Texts::tr("no"));
    out.heading(Texts::tr("Logs"));
    addLogs(out, instance, spec);
    if (!spec.env.isEmpty() || !configuredEnvironment(spec).isEmpty()) {
        out.heading(Texts::tr("Configured environment"));
        const EnvironmentMap variables = configuredEnvironment(spec);
        for (auto variable = variables.cbegin(); variable != variables.cend(); ++variable)
            out.field(variable.key(), isSecretName(variable.key()) ? maskedValue() : variable.value());
    }
    if (!events.isEmpty()) {
        out.heading(Texts::tr("Last events"));
        addEvents(out, events, console);
    }
    return out.text();
}

} // namespace tropero
