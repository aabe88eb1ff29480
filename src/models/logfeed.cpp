// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logfeed.h"

#include "models/logscanner.h"

#include <QBasicTimer>
#include <QTimerEvent>

#include <functional>
#include <memory>
#include <optional>

namespace tropero {

namespace {

constexpr int lookMs = 100;
constexpr int soonMs = 40;
constexpr qint64 firstBytes = 256 * 1024; ///< enough to fill any window
constexpr qint64 moreBytes = 8 * 1024 * 1024;

} // namespace

class LogFeed::Worker : public QObject
{
public:
    using Found = std::function<void(const LogDelta&, bool)>;

    void open(const QList<LogTail::Source>& sources, Found found, std::function<void()> truncated)
    {
        m_found = std::move(found);
        m_truncated = std::move(truncated);
        m_scanner.emplace(sources);
        m_complete = false;
        readOlder(firstBytes);
        go();
    }

    void close()
    {
        m_timer.stop();
        m_scanner.reset();
    }

    void setPaused(bool paused)
    {
        m_paused = paused;
        go();
    }

protected:
    void timerEvent(QTimerEvent* event) override
    {
        if (event->timerId() != m_timer.timerId() || !m_scanner) return;
        LogDelta delta;
        const LogScanner::Look look = m_scanner->readNewer(delta);
        if (!delta.pieces.isEmpty() || !delta.ends.isEmpty() || !delta.newer.isEmpty()) m_found(delta, look.continued);
        if (look.truncated) {
            m_timer.stop();
            m_truncated();
            return;
        }
        m_soon = look.more;
        if (!m_complete) readOlder(moreBytes);
        go();
    }

private:
    void readOlder(qint64 bytes)
    {
        LogDelta delta;
        m_scanner->readOlder(bytes, delta);
        m_complete = delta.complete;
        m_found(delta, false);
    }

    void go()
    {
        if (!m_scanner || m_paused) {
            m_timer.stop();
            return;
        }
        // Many files are looked at less often.
        const int pause = !m_complete ? 0 : m_soon ? soonMs : std::max(lookMs, 2 * m_scanner->streams());
        m_timer.start(pause, this);
    }

    std::optional<LogScanner> m_scanner;
    Found m_found;
    std::function<void()> m_truncated;
    QBasicTimer m_timer;
    bool m_complete = false;
    bool m_paused = false;
    bool m_soon = false;
};

LogFeed::LogFeed(QObject* parent) : QObject(parent), m_worker(new Worker)
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("log reader"));
    m_thread.start();
}

LogFeed::~LogFeed()
{
    m_thread.quit();
    m_thread.wait();
}

void LogFeed::open(const QList<LogTail::Source>& sources)
{
    const int generation = ++m_generation;
    const auto found = [this, generation](const LogDelta& delta, bool continued) {
        QMetaObject::invokeMethod(this, [this, generation, delta, continued] {
            if (generation == m_generation) Q_EMIT this->found(delta, continued);
        });
    };
    const auto truncated = [this, generation] {
        QMetaObject::invokeMethod(this, [this, generation] {
            if (generation == m_generation) Q_EMIT this->truncated();
        });
    };
    Q_EMIT opened();
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, sources, found, truncated] { worker->open(sources, found, truncated); });
}

void LogFeed::close()
{
    ++m_generation;
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->close(); });
}

void LogFeed::setPaused(bool paused)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, paused] { worker->setPaused(paused); });
}

} // namespace tropero
