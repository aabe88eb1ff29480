// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the log on a large file: benchlog FILE EXPRESSION... (see also `grep -cE`). Not a part of ctest.
#include "models/logfeed.h"
#include "models/loglines.h"
#include "platform/processes.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace tropero;
using namespace Qt::StringLiterals;

namespace {

/// Longest time in which the event loop did not turn.
class Stall : public QTimer
{
public:
    Stall()
    {
        m_last.start();
        setTimerType(Qt::PreciseTimer);
        callOnTimeout(this, [this] { m_longest = std::max(m_longest, m_last.restart()); });
        start(1);
    }
    qint64 takeLongest() { return std::exchange(m_longest, 0); }

private:
    QElapsedTimer m_last;
    qint64 m_longest = 0;
};

void waitUntil(const std::function<bool()>& done)
{
    while (!done())
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::fputs("benchlog FILE EXPRESSION...\n", stderr);
        return 1;
    }
    LogLines lines;
    LogFeed feed;
    QElapsedTimer timer;
    QObject::connect(&feed, &LogFeed::found, &lines, &LogLines::apply);
    Stall stall;
    timer.start();
    feed.open({{0, arguments.at(1), {}}});
    waitUntil([&] { return lines.rowCount() > 0; });
    for (int row = std::max(0, lines.rowCount() - 50); row < lines.rowCount(); ++row)
        (void)lines.index(row).data();
    std::printf("first screen       %6.1f ms\n", static_cast<double>(timer.nsecsElapsed()) / 1e6);
    waitUntil([&] { return lines.store().isComplete(); });
    std::printf("whole index        %6lld ms, %d lines, longest stall %lld ms\n", static_cast<long long>(timer.elapsed()),
                lines.rowCount(), static_cast<long long>(stall.takeLongest()));
    std::printf("memory             %6lld MB\n", static_cast<long long>(platform::readProcess(QCoreApplication::applicationPid()).value_or(platform::ProcessUsage{}).residentBytes >> 20));
    const auto search = [&](const QString& text, bool matchCase, bool onlyMatches, int levels) {
        LogQuery query;
        query.text = text;
        query.isRegex = true;
        query.matchCase = matchCase;
        query.onlyMatches = onlyMatches;
        query.levels = levels;
        stall.takeLongest();
        timer.restart();
        if (!lines.setQuery(query)) return;
        waitUntil([&] { return !lines.isSearching(); });
        std::printf("%-24s %s%s%s %6lld ms, %lld hits, %d rows, longest stall %lld ms\n", qPrintable(text),
                    matchCase ? "case " : "any  ", onlyMatches ? "filter " : "find   ", levels ? "levels" : "      ",
                    static_cast<long long>(timer.elapsed()), static_cast<long long>(lines.hits()), lines.rowCount(),
                    static_cast<long long>(stall.takeLongest()));
        (void)lines.setQuery({});
    };
    for (const QString& expression : arguments.mid(2)) {
        search(expression, true, false, 0);
        search(expression, false, false, 0);
        search(expression, true, true, 0);
    }
    if (arguments.size() > 2) search(arguments.at(2), true, false, 1 << static_cast<int>(LogLevel::Error));
    return 0;
}
