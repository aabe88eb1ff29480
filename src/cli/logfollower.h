// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/logview.h"
#include "client/daemonclient.h"
#include "client/statemirror.h"

#include <QObject>
#include <QSet>

#include <memory>
#include <vector>

namespace tropero {

/// Follows logs: those that are there, and those of instances that come later, as long as the daemon tells of them.
class LogFollower : public QObject
{
    Q_OBJECT

public:
    LogFollower(Console& console, LogPrinter& printer, const LogWishes& wishes, const QString& folder, DaemonLocation location);

    /// Goes on after what the tail has read; the numbers are those that it reads.
    void follow(std::unique_ptr<LogTail> tail, const QSet<int>& numbers);

Q_SIGNALS:
    /// Output cannot be written any more.
    void outputClosed();

private:
    void lookForNewInstances();
    void addInstances(const QSet<int>& numbers);
    void adopt(std::unique_ptr<LogTail> tail);
    void print(const QList<LogLine>& lines);

    Console& m_console;
    LogPrinter& m_printer;
    const LogWishes& m_wishes;
    QString m_folder;
    DaemonClient m_client;
    StateMirror m_mirror;
    std::vector<std::unique_ptr<LogTail>> m_tails;
    QSet<int> m_known;
};

} // namespace tropero
