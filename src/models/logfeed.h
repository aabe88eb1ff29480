// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/logtail.h"

#include <QObject>
#include <QThread>

namespace tropero {

/// Reads and follows log files in a thread of its own, so that a slow disk never holds up the window.
class LogFeed : public QObject
{
    Q_OBJECT

public:
    explicit LogFeed(QObject* parent = nullptr);
    ~LogFeed() override;

    /// Forgets what was open; then emits opened() with the last lines and appended() as more come.
    void open(const QList<LogTail::Source>& sources, int lastLines);
    void close();

Q_SIGNALS:
    void opened(const QList<tropero::LogLine>& lines);
    void appended(const QList<tropero::LogLine>& lines);
    void truncated(int number);

private:
    QThread m_thread;
    QObject* m_worker;    ///< lives in m_thread; the tail is its child
    int m_generation = 0; ///< answers of an earlier open() are dropped
};

} // namespace tropero
