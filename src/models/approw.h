// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instancestatus.h"

namespace tropero {

/// What one row of the tree is about: a namespace or an app as the sum of its instances, or one of several
/// instances.
struct AppRow
{
    enum class Kind { Namespace, App, Instance };

    Kind kind = Kind::App;
    QString appId;      ///< empty for a namespace
    QString nameSpace;  ///< never empty
    QList<int> numbers; ///< instances that the row stands for
    QString name;
    QString detail;                               ///< dimmed beside the name
    QString searchText;                           ///< what the filter looks at
    InstanceState state = InstanceState::Stopped; ///< the one that most needs attention
    int total = 0;                                ///< instances
    int online = 0;
    qint64 pid = 0;       ///< 0: none, or several
    qint64 startedAt = 0; ///< 0: nothing runs; of several the earliest
    qint64 restartAt = 0; ///< while waiting: the next one due
    int restarts = 0;
    double cpu = 0;
    qint64 memory = 0;
    QList<int> ports;
    bool cluster = false;
    bool watching = false;
    QString branch; ///< checked out in the app's folder; empty: none, or not known
    QString reason; ///< of the last transition; empty for several instances
    qint64 lostLogBytes = 0;

    bool operator==(const AppRow&) const = default;
    /// Something of it has a process.
    bool isUp() const { return startedAt > 0; }
    bool isInstance() const { return kind == Kind::Instance; }
    /// Unique and stable: "/<namespace>", "<app id>" or "<app id>/<number>".
    QString key() const;
};

AppRow appRow(const AppStatus& app);
AppRow instanceRow(const AppStatus& app, const InstanceStatus& instance);
/// The namespace of these apps, which are all of it.
AppRow namespaceRow(const QString& name, const QList<const AppRow*>& apps);
/// The spec's, or "default".
QString namespaceOf(const AppStatus& app);

} // namespace tropero
