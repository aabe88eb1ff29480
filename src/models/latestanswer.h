// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <mutex>

namespace tropero {

/// A question that takes a while, answered by another thread. Only the answer to the last one that was asked arrives, and none after this is gone.
template<typename Answer>
class LatestAnswer
{
public:
    LatestAnswer() : m_way(std::make_shared<Way>())
    {
        m_way->home = &m_home;
    }
    ~LatestAnswer()
    {
        const std::lock_guard lock(m_way->mutex);
        m_way->home = nullptr;
    }
    LatestAnswer(const LatestAnswer&) = delete;
    LatestAnswer& operator=(const LatestAnswer&) = delete;

    /// `work` runs in another thread and may use nothing that this one changes; `done` runs in this one.
    void ask(std::function<Answer()> work, std::function<void(const Answer&)> done)
    {
        const int question = ++m_question;
        m_waiting = true;
        auto arrive = [this, question, done = std::move(done)](const Answer& answer) {
            if (question != m_question) return;
            m_waiting = false;
            done(answer);
        };
        QThreadPool::globalInstance()->start([way = m_way, work = std::move(work), arrive = std::move(arrive)] {
            auto answer = std::make_shared<const Answer>(work());
            const std::lock_guard lock(way->mutex);
            // What was sent to an object that is gone by then is dropped.
            if (way->home) QMetaObject::invokeMethod(way->home, [arrive, answer] { arrive(*answer); }, Qt::QueuedConnection);
        });
    }
    /// What was asked is not wanted any more.
    void forget()
    {
        ++m_question;
        m_waiting = false;
    }
    bool isWaiting() const { return m_waiting; }

private:
    struct Way
    {
        std::mutex mutex;
        QObject* home = nullptr; ///< null: nobody waits for answers any more
    };

    QObject m_home;
    std::shared_ptr<Way> m_way;
    int m_question = 0;
    bool m_waiting = false;
};

} // namespace tropero
