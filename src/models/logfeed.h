// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/logtail.h"
#include "models/logpieces.h"

#include <QObject>
#include <QThread>

namespace tropero {

/// Finds and follows the lines of log files in a thread of its own, so that a slow disk never holds up the window.
class LogFeed : public QObject
{
    Q_OBJECT

public:
    explicit LogFeed(QObject* parent = nullptr);
    ~LogFeed() override;

    /// Forgets what was open; then emits found() with the newest lines, with older ones, and with what comes.
    void open(const QList<LogTail::Source>& sources);
    void close();
    /// A paused feed looks at nothing; afterwards it goes on where it was.
    void setPaused(bool paused);

Q_SIGNALS:
    void opened();
    /// `continued`: text was added to lines that are known.
    void found(const tropero::LogDelta& delta, bool continued);
    /// Files were emptied (flush): open() again.
    void truncated();

private:
    class Worker;

    QThread m_thread;
    Worker* m_worker;     ///< lives in m_thread
    int m_generation = 0; ///< answers of an earlier open() are dropped
};

} // namespace tropero
