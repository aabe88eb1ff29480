// SPDX-License-Identifier: GPL-3.0-or-later
// A million lines a second into a log that is in view: bench_logtail [SECONDS]. Figures to be read, not a test.
#include "desktop/eventloopgap.h"

#include "client/daemonclient.h"
#include "core/logindex.h"
#include "desktop/logpane.h"
#include "desktop/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QThread>

#include <atomic>
#include <cstdio>

using namespace tropero;
using namespace Qt::StringLiterals;

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const int seconds = argc > 1 ? std::max(QByteArray(argv[1]).toInt(), 1) : 10;
    constexpr int linesAtOnce = 10'000;
    constexpr int everyMs = 10;
    QTemporaryDir folder;
    const QString path = folder.filePath(u"flood.log"_s);
    QByteArray chunk;
    for (int i = 0; i < linesAtOnce; ++i)
        chunk += "2026-01-02T10:11:12.123Z [INFO] api GET /products?page=2 200 7.9 ms id=12345678\n";
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write("begin\n") < 0) return 1;
    }
    Theme theme(application);
    DaemonClient client{DaemonLocation{}};
    LogPane pane(client, theme);
    pane.resize(1200, 600);
    pane.QWidget::show();
    pane.show({{0, u"flood"_s, path, {}}});
    const auto turn = [] { QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents); };
    while (pane.lines().rowCount() < 1)
        turn();
    std::atomic<qint64> written = 1;
    const std::unique_ptr<QThread> writer(QThread::create([&] {
        QFile file(path);
        QFile index(logIndexPath(path));
        if (!file.open(QIODevice::Append | QIODevice::Unbuffered) || !index.open(QIODevice::Append | QIODevice::Unbuffered)) return;
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < seconds * 1000 / everyMs; ++i) {
            index.write(encodeLogIndexEntry({file.size(), 1 + i}));
            file.write(chunk);
            written += linesAtOnce;
            while (clock.elapsed() < (i + 1) * everyMs)
                QThread::usleep(500);
        }
    }));
    QElapsedTimer timer;
    test::EventLoopGap gap;
    timer.start();
    writer->start();
    qint64 mostBehind = 0;
    while (!writer->isFinished()) {
        turn();
        mostBehind = std::max(mostBehind, written.load() - pane.lines().rowCount());
    }
    const double wroteFor = static_cast<double>(timer.elapsed()) / 1000;
    while (pane.lines().rowCount() < written)
        turn();
    std::printf("%lld lines in %.1f s (%.2f million a second), all in view %.0f ms later\n", static_cast<long long>(written.load()), wroteFor,
                static_cast<double>(written) / wroteFor / 1e6, static_cast<double>(timer.elapsed()) - wroteFor * 1000);
    std::printf("longest stall %lld ms wall, %lld ms of work of all threads in one turn; at most %lld lines behind\n", static_cast<long long>(gap.longestMs()),
                static_cast<long long>(gap.longestWorkMs()), static_cast<long long>(mostBehind));
    return 0;
}
