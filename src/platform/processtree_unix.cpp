// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/processtree.h"

#include "platform/procfs_unix.h"
#include "platform/signalpipe_unix.h"

#include <QHash>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <sys/prctl.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tropero::platform {

namespace {

// An unknown dead child might be one that QProcess forked and will collect in a moment, so it is left alone
// for that long, and for that many looks with the event loop running in between.
constexpr auto lookInterval = 1s;
constexpr int looksBeforeReaping = 2;

constexpr int killRounds = 50;
constexpr int looksAtEmptyEnvironment = 10;

struct Tree
{
    qint64 root = 0; ///< pid, and session id: roots lead a session of their own
    quint64 startTime = 0;
    bool rootIsOurs = false; ///< living, or dead and not yet collected
    bool ownSession = false; ///< that was seen to be so
    bool sharesSession = false; ///< with other roots, so that a session tells nothing about an orphan
};

bool runsThisProgram(qint64 pid)
{
    char path[40];
    char other[4096];
    char self[4096];
    std::snprintf(path, sizeof path, "/proc/%lld/exe", static_cast<long long>(pid));
    const ssize_t otherSize = ::readlink(path, other, sizeof other);
    return otherSize > 0 && otherSize == ::readlink("/proc/self/exe", self, sizeof self) &&
           QByteArrayView(other, otherSize) == QByteArrayView(self, otherSize);
}

} // namespace

struct ProcessTree::Private
{
    Private(ProcessTree* owner, QByteArray markerName)
        : q(owner), marker(std::move(markerName)), childSignal(std::array{SIGCHLD})
    {
    }

    bool isRoot(qint64 pid) const;
    bool sessionIsShared() const;
    std::optional<QByteArray> markerOf(const procfs::Stat& orphan) const;
    bool belongsTo(const procfs::Stat& orphan, const QByteArray& key) const;
    QList<procfs::Stat> membersOf(const QByteArray& key) const;
    void childEnded();
    bool reapOrphans();
    bool isAdopted(const procfs::Stat& child) const;

    ProcessTree* q;
    QByteArray marker;
    QHash<QByteArray, Tree> trees;
    // Whose an orphan is was once seen; later it may overwrite its environment to set its title.
    mutable QHash<qint64, std::pair<quint64, std::optional<QByteArray>>> knownOrphans;
    QHash<qint64, int> looksAt; ///< dead children of unknown origin
    SignalPipe childSignal;
    QTimer lookAgain;
    qint64 self = ::getpid();
    qint64 session = ::getsid(0);
};

bool ProcessTree::Private::isRoot(qint64 pid) const
{
    for (const Tree& tree : trees)
        if (tree.rootIsOurs && tree.root == pid) return true;
    return false;
}

bool ProcessTree::Private::sessionIsShared() const
{
    return std::any_of(trees.begin(), trees.end(), [](const Tree& tree) { return tree.sharesSession; });
}

std::optional<QByteArray> ProcessTree::Private::markerOf(const procfs::Stat& orphan) const
{
    if (const auto known = knownOrphans.constFind(orphan.pid);
        known != knownOrphans.constEnd() && known->first == orphan.startTime)
        return known->second;
    auto environment = procfs::environmentOf(orphan.pid);
    // Empty for a moment while it begins its program, which may be a root's that is not registered yet.
    for (int look = 0; look < looksAtEmptyEnvironment && environment && environment->isEmpty(); ++look) {
        std::this_thread::sleep_for(500us);
        environment = procfs::environmentOf(orphan.pid);
    }
    auto owner = environment ? procfs::valueIn(*environment, marker) : std::nullopt;
    if (owner || !runsThisProgram(orphan.pid)) knownOrphans.insert(orphan.pid, {orphan.startTime, owner});
    return owner;
}

bool ProcessTree::Private::belongsTo(const procfs::Stat& orphan, const QByteArray& key) const
{
    for (auto tree = trees.begin(); tree != trees.end(); ++tree)
        if (tree->root == orphan.session && !sessionIsShared()) return tree.key() == key;
    if (const auto owner = markerOf(orphan)) return *owner == key;
    // No word about its origin: ours if there is only one tree, unless it is a helper of this program (which
    // shares its session) or a child between fork and exec.
    for (auto tree = trees.begin(); tree != trees.end(); ++tree) {
        if (tree.key() != key && tree->rootIsOurs) return false;
        if (tree.key() == key && tree->ownSession && orphan.session == session) return false;
    }
    return !runsThisProgram(orphan.pid);
}

QList<procfs::Stat> ProcessTree::Private::membersOf(const QByteArray& key) const
{
    QList<procfs::Stat> open;
    const auto tree = trees.constFind(key);
    if (tree != trees.constEnd() && tree->rootIsOurs)
        if (const auto stat = procfs::readStat(tree->root); stat && stat->startTime == tree->startTime)
            open.append(*stat);
    for (const qint64 child : procfs::childrenOf(self)) {
        if (isRoot(child)) continue;
        const auto stat = procfs::readStat(child);
        if (stat && !stat->zombie && belongsTo(*stat, key)) open.append(*stat);
    }
    QSet<qint64> seen;
    QList<procfs::Stat> members;
    for (qsizetype next = 0; next < open.size(); ++next) {
        const procfs::Stat stat = open.at(next);
        if (seen.contains(stat.pid)) continue;
        seen.insert(stat.pid);
        if (stat.zombie) continue;
        members.append(stat);
        for (const qint64 child : procfs::childrenOf(stat.pid)) {
            if (isRoot(child)) continue; // a tree of its own
            if (const auto childStat = procfs::readStat(child)) open.append(*childStat);
        }
    }
    return members;
}

// Only a child that somebody else forked can be in a session that it does not lead and that is not ours.
bool ProcessTree::Private::isAdopted(const procfs::Stat& child) const
{
    return child.session != session && child.session != child.pid;
}

// True when an unknown dead child is left for a later look.
bool ProcessTree::Private::reapOrphans()
{
    QHash<qint64, int> stillUnknown;
    bool ended = false;
    for (const qint64 child : procfs::childrenOf(self)) {
        if (isRoot(child)) continue;
        const auto stat = procfs::readStat(child);
        if (!stat || !stat->zombie || stat->parent != self) continue;
        const int looks = looksAt.value(child);
        if (!isAdopted(*stat) && looks < looksBeforeReaping) {
            stillUnknown.insert(child, looks);
            ended = ended || looks == 0;
            continue;
        }
        ended = ::waitpid(static_cast<pid_t>(child), nullptr, WNOHANG) == child || ended;
        knownOrphans.remove(child);
    }
    looksAt = stillUnknown;
    if (ended) Q_EMIT q->descendantEnded();
    return !stillUnknown.isEmpty();
}

void ProcessTree::Private::childEnded()
{
    const QPointer<ProcessTree> alive(q);
    const bool unknown = reapOrphans();
    if (alive && unknown && !lookAgain.isActive()) lookAgain.start();
}

ProcessTree::ProcessTree(QByteArray marker, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(marker)))
{
    ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    connect(&d->childSignal, &SignalPipe::received, this, [this] { d->childEnded(); });
    d->lookAgain.setSingleShot(true);
    d->lookAgain.setInterval(lookInterval);
    connect(&d->lookAgain, &QTimer::timeout, this, [this] {
        for (int& looks : d->looksAt)
            ++looks;
        d->childEnded();
    });
}

ProcessTree::~ProcessTree() = default;

void ProcessTree::addRoot(const QByteArray& key, qint64 pid, Session session)
{
    const auto stat = procfs::readStat(pid);
    d->knownOrphans.remove(pid);
    // QProcess reports a start after exec, when the child has its session; a look at its session before would
    // prove nothing.
    d->trees.insert(key, {pid, stat ? stat->startTime : 0, true, stat && stat->session == pid, session == Session::Shared});
}

void ProcessTree::removeRoot(const QByteArray& key)
{
    const auto tree = d->trees.find(key);
    if (tree == d->trees.end()) return;
    tree->rootIsOurs = false;
    // Its parent may have died before it: then it is ours to reap, and its signal has long come.
    if (tree->sharesSession && !d->lookAgain.isActive()) d->lookAgain.start();
}

QList<ProcessId> ProcessTree::members(const QByteArray& key) const
{
    QList<ProcessId> ids;
    for (const procfs::Stat& stat : d->membersOf(key))
        ids.append({stat.pid, stat.startTime});
    return ids;
}

void ProcessTree::forget(const QByteArray& key)
{
    d->trees.remove(key);
}

QList<ProcessUsage> ProcessTree::usage(const QByteArray& key) const
{
    QList<ProcessUsage> rows;
    for (const procfs::Stat& stat : d->membersOf(key))
        rows.append(procfs::usageOf(stat));
    return rows;
}

void ProcessTree::signal(const QByteArray& key, const QString& signalName, Scope scope)
{
    const auto tree = d->trees.constFind(key);
    const qint64 root = tree != d->trees.constEnd() && tree->rootIsOurs ? tree->root : 0;
    if (scope == Scope::Root) {
        if (root != 0) (void)sendSignal({root, tree->startTime}, signalName);
        return;
    }
    // Parents first: a supervising parent must not take its child's end for a crash, nor a shell go on to its
    // next command.
    for (const ProcessId& process : members(key))
        if (scope == Scope::Tree || process.pid != root) (void)sendSignal(process, signalName);
}

bool ProcessTree::kill(const QByteArray& key)
{
    for (int round = 0; round < killRounds; ++round) {
        const QList<ProcessId> left = members(key);
        if (left.isEmpty()) return true;
        for (const ProcessId& process : left)
            (void)sendSignal(process, u"SIGKILL"_s);
        // Mostly they are gone after some tenths of a millisecond.
        std::this_thread::sleep_for(std::min<std::chrono::microseconds>(100us * (round + 1), 5ms));
    }
    return members(key).isEmpty();
}

} // namespace tropero::platform
