// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/processes.h"

#include <QByteArray>
#include <QList>
#include <QObject>

#include <functional>
#include <memory>

namespace tropero::platform {

/// The processes that descend from this program's children, kept together whatever they do (double fork, setsid).
/// Linux: this process becomes the reaper of orphaned descendants (PR_SET_CHILD_SUBREAPER), so all of them stay below it; an orphan is
/// told to belong to an instance by a variable in its start environment. Windows: one Job object for each instance.
class ProcessTree : public QObject
{
    Q_OBJECT

public:
    /// `marker` is the name of the environment variable that holds an instance's key in each of its processes.
    explicit ProcessTree(QByteArray marker, QObject* parent = nullptr);
    ~ProcessTree() override;

    enum class Session {
        Own,   ///< the root leads a session: a direct child of this program
        Shared ///< it lives in the session of its parent, which is another registered root or descends from one
    };
    enum class Scope { Tree, Root, Descendants };

    /// Registers a just started process as the root of the tree `key`. Its exit is awaited by whoever started it, never here. A root
    /// below another root is no part of that one's tree.
    void addRoot(const QByteArray& key, qint64 pid, Session session = Session::Own);
    /// Call when the exit of that root has been collected.
    void removeRoot(const QByteArray& key);

    /// Nothing of that tree is of interest any more.
    void forget(const QByteArray& key);

    /// Living processes of that tree, root first where it lives. Orphans without a readable marker are counted to a tree
    /// when it is the only one registered.
    QList<ProcessId> members(const QByteArray& key) const;
    /// As members(), with cpu and memory.
    QList<ProcessUsage> usage(const QByteArray& key) const;
    bool isEmpty(const QByteArray& key) const { return members(key).isEmpty(); }

    /// Sends the signal to each member in that scope; members that vanish meanwhile are no error.
    void signal(const QByteArray& key, const QString& signalName, Scope scope = Scope::Tree);
    /// Kills all members, again and again until a look finds none (forks in between are caught); false if some cannot be killed.
    bool kill(const QByteArray& key);

Q_SIGNALS:
    /// A descendant that is no registered root has ended (and was reaped). Trees may be empty now.
    void descendantEnded();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tropero::platform
