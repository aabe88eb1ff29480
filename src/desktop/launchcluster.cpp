// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/launchcluster.h"

#include "core/policytext.h"
#include "desktop/launchfield.h"
#include "platform/otherusers.h"
#include "platform/sharedsockets.h"

#include <QCoreApplication>

namespace tropero {

using namespace Qt::StringLiterals;
using platform::OtherUsers;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(LaunchCluster)
};

bool sharesByNode(const AppSpec& spec)
{
    return spec.execMode == ExecMode::Cluster && spec.cluster.listen.isEmpty();
}

QString sharing(const AppSpec& spec)
{
    if (spec.execMode != ExecMode::Cluster) return Texts::tr("It is launched in fork mode: there are no workers that share connections.");
    if (!spec.cluster.listen.isEmpty()) return Texts::tr("Its instances accept from sockets that Tropero opens, and the system chooses who gets the next connection.");
    switch (spec.cluster.scheduling) {
    case Scheduling::RoundRobin:
        return Texts::tr("The primary accepts and hands the connections to the workers in turn: the load is even, and a reload loses nothing. Right nearly always.");
    case Scheduling::None:
        return Texts::tr("The workers accept from one shared socket, and the system chooses. For very many short connections; with little load most of it lands on one or two workers.");
    case Scheduling::ReusePort:
        return Texts::tr("Each worker has a socket of its own, and the system spreads by address and port. For very many short connections, on Linux with Node 22.12 or newer; "
                         "elsewhere it is in turn. A reload may lose a few connections.");
    }
    return {};
}

QString identity(const AppSpec& spec)
{
    const bool asksFor = !spec.user.isEmpty() || !spec.group.isEmpty();
    switch (platform::otherUsers()) {
    case OtherUsers::Possible:
        return asksFor ? Texts::tr("It runs with the rights of this user and group only.") : Texts::tr("It runs as root, as Tropero does. Name a user to give it no more rights than it needs.");
    case OtherUsers::ByRoot:
        return asksFor ? Texts::tr("Only root may run an app as somebody else, and Tropero does not run as root here: unless this is you, it will not start.")
                       : Texts::tr("It runs as you. Only root may run an app as somebody else.");
    case OtherUsers::Impossible:
        return asksFor ? Texts::tr("On Windows an app runs as you: with a user or group it will not start.") : Texts::tr("It runs as you. On Windows it cannot be somebody else.");
    }
    return {};
}

QList<LaunchFieldPage::Group> groups()
{
    return {{[] { return Texts::tr("Connections"); }, sharing, {u"scheduling"_s}},
            {[] { return Texts::tr("Reload"); }, {}, {u"reload_parallel"_s}},
            {[] { return Texts::tr("Rights"); }, identity, {u"uid"_s, u"gid"_s}}};
}

QList<LaunchFieldPage::Choice> choices()
{
    return {{u"scheduling"_s, [] { return QStringList{Texts::tr("In turn"), Texts::tr("By the system, from one socket"), Texts::tr("By the system, a socket for each worker")}; }}};
}

} // namespace

LaunchCluster::LaunchCluster(Theme& theme, QWidget* parent)
    : LaunchFieldPage(theme, [] { return Texts::tr("Cluster and user"); }, groups(), choices(), parent)
{
}

void LaunchCluster::follow(const AppSpec& spec)
{
    LaunchFieldPage::follow(spec);
    field(u"scheduling"_s)->control()->setEnabled(sharesByNode(spec));
    field(u"scheduling"_s)->setHint(sharesByNode(spec) ? schedulingCaution(spec.cluster, platform::sharedSocketsReset()) : QString());
    field(u"reload_parallel"_s)->control()->setEnabled(spec.execMode == ExecMode::Cluster);
    // What cannot be is there to be taken away.
    const bool possible = platform::otherUsers() == OtherUsers::Possible;
    field(u"uid"_s)->control()->setEnabled(possible || !spec.user.isEmpty() || field(u"uid"_s)->control()->hasFocus());
    field(u"gid"_s)->control()->setEnabled(possible || !spec.group.isEmpty() || field(u"gid"_s)->control()->hasFocus());
}

} // namespace tropero
