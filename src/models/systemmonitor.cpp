// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/systemmonitor.h"

#include <QDateTime>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int betweenLooksMs = 2'000;

} // namespace

SystemMonitor::SystemMonitor(QObject* parent)
    : QObject(parent), m_worker(std::make_unique<QObject>()), m_sampler(std::make_shared<MachineSampler>())
{
    m_thread.setObjectName(u"machine"_s);
    m_worker->moveToThread(&m_thread);
    m_timer.setInterval(betweenLooksMs);
    connect(&m_timer, &QTimer::timeout, this, &SystemMonitor::look);
}

SystemMonitor::~SystemMonitor()
{
    m_thread.quit();
    m_thread.wait();
}

void SystemMonitor::setActive(bool active)
{
    if (active == m_timer.isActive()) return;
    if (!active) return m_timer.stop();
    m_timer.start();
    look();
}

void SystemMonitor::look()
{
    // A slow machine gets fewer looks rather than a queue of them.
    if (std::exchange(m_looking, true)) return;
    if (!m_thread.isRunning()) m_thread.start(QThread::LowPriority);
    QMetaObject::invokeMethod(m_worker.get(), [this, sampler = m_sampler, apps = m_apps ? m_apps() : QList<ManagedApp>()] {
        auto snapshot = std::make_shared<const MachineSnapshot>(sampler->sample(apps));
        auto rows = std::make_shared<const SystemRows>(systemRows(*snapshot, QDateTime::currentMSecsSinceEpoch()));
        QMetaObject::invokeMethod(this, [this, snapshot, rows] {
            m_looking = false;
            Q_EMIT sampled(snapshot, *rows);
        });
    });
}

} // namespace tropero
