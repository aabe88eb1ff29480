// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/systemmonitor.h"

#include <QPointer>

namespace tropero {

class StateMirror;

/// Finds out who holds a port, in another thread.
class PortOwner : public QObject
{
    Q_OBJECT

public:
    /// "api, id 2", "server.js · shop (PID 4312)", "a program of the user www-data"; empty when nobody holds it.
    using Answer = std::function<void(const QString& owner)>;

    /// The mirror tells which processes are those of apps.
    explicit PortOwner(const StateMirror& mirror, QObject* parent = nullptr);

    /// Answered once; not at all when `context` is destroyed first.
    void find(int port, QObject* context, Answer answer);

private:
    struct Question
    {
        int port;
        QPointer<QObject> context;
        Answer answer;
    };
    void take(const SystemMonitor::Snapshot& snapshot);

    SystemMonitor m_monitor;
    QList<Question> m_questions;
};

/// The same of a look that was taken already.
QString portOwnerText(const MachineSnapshot& snapshot, int port);
/// The apps' processes as the mirror knows them.
QList<ManagedApp> managedApps(const StateMirror& mirror);

} // namespace tropero
