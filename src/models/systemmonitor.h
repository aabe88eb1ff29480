// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/machineprocesses.h"
#include "models/systemrows.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <functional>
#include <memory>

namespace tropero {

/// Looks at the machine in a thread of its own while it is active, at once and then every two seconds.
class SystemMonitor : public QObject
{
    Q_OBJECT

public:
    using Snapshot = std::shared_ptr<const MachineSnapshot>;

    explicit SystemMonitor(QObject* parent = nullptr);
    ~SystemMonitor() override;

    /// Asked in this thread before each look.
    void setApps(std::function<QList<ManagedApp>()> apps) { m_apps = std::move(apps); }
    /// Between two looks; two seconds at first.
    void setInterval(int ms) { m_timer.setInterval(ms); }
    void setActive(bool active);
    bool isActive() const { return m_timer.isActive(); }
    /// Also while it is not active.
    void look();

Q_SIGNALS:
    /// The rows are in the language of the look.
    void sampled(const std::shared_ptr<const tropero::MachineSnapshot>& snapshot, const tropero::SystemRows& rows);

private:
    QTimer m_timer;
    QThread m_thread;
    std::unique_ptr<QObject> m_worker; ///< lives in m_thread
    std::shared_ptr<MachineSampler> m_sampler;
    std::function<QList<ManagedApp>()> m_apps;
    bool m_looking = false;
};

} // namespace tropero
