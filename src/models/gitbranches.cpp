// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gitbranches.h"

#include "client/gitbranch.h"

namespace tropero {

namespace {

constexpr int betweenLooksMs = 10'000;

} // namespace

GitBranches::GitBranches(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
    m_timer.setInterval(betweenLooksMs);
    connect(&m_timer, &QTimer::timeout, this, [this] { read(m_branches.keys()); });
}

GitBranches::~GitBranches()
{
    m_pool.clear();
    m_pool.waitForDone();
}

QString GitBranches::branchOf(const QString& folder)
{
    if (folder.isEmpty()) return {};
    const auto known = m_branches.constFind(folder);
    if (known != m_branches.cend()) return *known;
    m_branches.insert(folder, {});
    read({folder});
    return {};
}

void GitBranches::refresh(const QString& folder)
{
    if (m_branches.contains(folder)) read({folder});
}

void GitBranches::setActive(bool active)
{
    if (active == m_timer.isActive()) return;
    if (!active) return m_timer.stop();
    m_timer.start();
    read(m_branches.keys());
}

void GitBranches::read(const QStringList& folders)
{
    for (const QString& folder : folders) {
        if (m_reading.contains(folder)) continue;
        m_reading.insert(folder);
        m_pool.start([this, folder] {
            const QString branch = gitBranch(folder);
            QMetaObject::invokeMethod(this, [this, folder, branch] {
                m_reading.remove(folder);
                QString& known = m_branches[folder];
                if (std::exchange(known, branch) != branch) Q_EMIT changed(folder);
            });
        });
    }
}

} // namespace tropero
