// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policytext.h"

#include "core/units.h"

#include <QCoreApplication>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PolicyText)
};

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

QString schedulingCaution(const ClusterPolicy& policy, bool resets)
{
    if (!resets || !policy.listen.isEmpty() || policy.scheduling != Scheduling::None)
        return {};
    return Texts::tr("On Windows a client that connects while a worker is replaced may be reset; with rr (in turn) none is.");
}

} // namespace tropero
