// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/portowner.h"

#include "client/statemirror.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PortOwner)
};

} // namespace

QString portOwnerText(const MachineSnapshot& snapshot, int port)
{
    const platform::ListeningPort* found = nullptr;
    for (const platform::ListeningPort& one : snapshot.ports) {
        if (one.port != port) continue;
        // A conflict is about TCP nearly always.
        if (!found || (found->protocol == platform::ListeningPort::Protocol::Udp && one.protocol == platform::ListeningPort::Protocol::Tcp)) found = &one;
    }
    if (!found) return {};
    const MachineProcess* const owner = snapshot.process(found->owner);
    if (!owner) {
        return found->user.isEmpty() ? Texts::tr("a program that the system hides from you")
                                     : Texts::tr("a program of the user %1").arg(found->user);
    }
    if (const QString managed = managedText(*owner); !managed.isEmpty()) return managed;
    const QString name = owner->title().simplified();
    return Texts::tr("%1 (PID %2)").arg(owner->project.isEmpty() ? name : name + u" \u00b7 "_s + owner->project).arg(owner->id.pid);
}

QList<ManagedApp> managedApps(const StateMirror& mirror)
{
    QList<ManagedApp> apps;
    for (const AppStatus& app : mirror.apps())
        apps.append(managedApp(app));
    return apps;
}

PortOwner::PortOwner(const StateMirror& mirror, QObject* parent) : QObject(parent)
{
    m_monitor.setApps([&mirror] { return managedApps(mirror); });
    connect(&m_monitor, &SystemMonitor::sampled, this, &PortOwner::take);
}

void PortOwner::find(int port, QObject* context, Answer answer)
{
    m_questions.append({port, context, std::move(answer)});
    m_monitor.look();
}

void PortOwner::take(const SystemMonitor::Snapshot& snapshot)
{
    for (const Question& question : std::exchange(m_questions, {})) {
        if (question.context) question.answer(portOwnerText(*snapshot, question.port));
    }
}

} // namespace tropero
