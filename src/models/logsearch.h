// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logtask.h"

#include <QObject>
#include <QThreadPool>

#include <deque>
#include <optional>

namespace tropero {

/// Looks through the lines of a store in worker threads, from the newest back, and through those that come. Finds are
/// told without gaps: each batch is next to what was looked through before.
class LogSearch : public QObject
{
    Q_OBJECT

public:
    explicit LogSearch(const LogStore& store, QObject* parent = nullptr);
    ~LogSearch() override;

    /// Begins anew; lines before `floor` are left out.
    void start(const LogCondition& condition, qint64 floor);
    void stop();
    /// The store has grown.
    void extend();
    bool isRunning() const { return m_isStarted && (m_older.size() + m_newer.size() > 0); }

Q_SIGNALS:
    void foundOlder(const tropero::LogTask::Finds& finds);
    void foundNewer(const tropero::LogTask::Finds& finds);
    /// All that is there has been looked through; may come again when there is more.
    void finished();

private:
    struct Pending
    {
        quint64 number;
        std::optional<LogTask::Finds> finds;
    };

    void pump();
    void dispatch(std::deque<Pending>& queue, qint64 from, qint64 to);
    void take(quint64 number, const LogTask::Finds& finds);

    const LogStore& m_store;
    QThreadPool m_pool;
    LogCondition m_condition;
    std::shared_ptr<std::atomic<bool>> m_cancel;
    std::deque<Pending> m_older; ///< in the order in which they are told
    std::deque<Pending> m_newer;
    quint64 m_number = 0;
    qint64 m_floor = 0;
    qint64 m_from = 0; ///< lines [m_from, m_to) are dispatched
    qint64 m_to = 0;
    int m_running = 0;
    bool m_isStarted = false;
};

} // namespace tropero
