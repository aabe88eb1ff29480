// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/memorywatch.h"

#include <utility>

namespace tropero {

namespace {

constexpr int checkMs = 1'000;

} // namespace

MemoryWatch::MemoryWatch(std::function<qint64()> used, QObject* parent) : QObject(parent), m_used(std::move(used))
{
    m_timer.setInterval(checkMs);
    connect(&m_timer, &QTimer::timeout, this, &MemoryWatch::check);
}

void MemoryWatch::update(qint64 limit, bool running)
{
    m_limit = limit;
    if (limit <= 0 || !running)
        m_timer.stop();
    else if (!m_timer.isActive())
        m_timer.start();
}

void MemoryWatch::check()
{
    const qint64 used = m_used();
    if (used > m_limit)
        Q_EMIT exceeded(Reason::of(ReasonCode::MemoryLimit, {used, m_limit}));
}

} // namespace tropero
