// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logsearch.h"

#include <QThread>

#include <algorithm>

namespace tropero {

namespace {

constexpr qint64 taskLines = 64 * 1024;

} // namespace

LogSearch::LogSearch(const LogStore& store, QObject* parent) : QObject(parent), m_store(store)
{
    m_pool.setMaxThreadCount(std::clamp(QThread::idealThreadCount(), 1, 4));
    m_pool.setThreadPriority(QThread::LowPriority); // the window comes first
}

LogSearch::~LogSearch()
{
    stop();
    m_pool.waitForDone();
}

void LogSearch::stop()
{
    if (m_cancel) *m_cancel = true;
    m_older.clear();
    m_newer.clear();
    m_running = 0;
    m_isStarted = false;
}

void LogSearch::start(const LogCondition& condition, qint64 floor)
{
    stop();
    m_cancel = std::make_shared<std::atomic<bool>>(false);
    m_condition = condition;
    m_floor = floor;
    m_from = m_to = std::max(m_store.end(), floor);
    m_isStarted = true;
    pump();
}

void LogSearch::extend()
{
    if (m_isStarted) pump();
}

void LogSearch::pump()
{
    const qint64 begin = std::max(m_store.first(), m_floor);
    while (m_running < m_pool.maxThreadCount() + 1) {
        if (m_to < m_store.end()) {
            const qint64 to = std::min(m_to + taskLines, m_store.end());
            dispatch(m_newer, std::exchange(m_to, to), to);
        } else if (m_from > begin) {
            const qint64 from = std::max(m_from - taskLines, begin);
            dispatch(m_older, from, std::exchange(m_from, from));
        } else {
            return;
        }
    }
}

void LogSearch::dispatch(std::deque<Pending>& queue, qint64 from, qint64 to)
{
    const quint64 number = ++m_number;
    queue.push_back({number, {}});
    ++m_running;
    m_pool.start([this, number, cancel = m_cancel, task = LogTask(m_store, from, to, m_condition)] {
        if (*cancel) return;
        LogTask::Finds finds = task.run(*cancel);
        if (*cancel) return;
        QMetaObject::invokeMethod(this, [this, cancel, number, finds = std::move(finds)] {
            if (!*cancel) take(number, finds);
        });
    });
}

void LogSearch::take(quint64 number, const LogTask::Finds& finds)
{
    --m_running;
    for (std::deque<Pending>* queue : {&m_older, &m_newer})
        for (Pending& pending : *queue)
            if (pending.number == number) pending.finds = finds;
    const auto cancel = m_cancel; // a receiver may start another search
    pump();
    while (!*cancel && !m_newer.empty() && m_newer.front().finds) {
        const LogTask::Finds next = *m_newer.front().finds;
        m_newer.pop_front();
        Q_EMIT foundNewer(next);
    }
    while (!*cancel && !m_older.empty() && m_older.front().finds) {
        const LogTask::Finds next = *m_older.front().finds;
        m_older.pop_front();
        Q_EMIT foundOlder(next);
    }
    if (!*cancel && m_older.empty() && m_newer.empty()) Q_EMIT finished();
}

} // namespace tropero
