// SPDX-License-Identifier: GPL-3.0-or-later
// What the window costs with 1 000 instances whose figures all change once a second, all rows open:
// bench_apptree [SECONDS] [APPS] [INSTANCES PER APP] [WARM-UP SECONDS]. The daemon is a process of its own.
#include "fakedaemon.h"

#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "desktop/appspage.h"
#include "desktop/apptreeview.h"
#include "desktop/mainwindow.h"
#include "desktop/theme.h"
#include "models/settings.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QSplitter>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int namespaces = 10;

/// Times what the event loop does: whole turns, and those that paint the window.
class TimedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        const bool frame = event->type() == QEvent::UpdateRequest && !m_inFrame;
        const bool outer = m_depth == 0;
        if (!frame && !outer) {
            ++m_depth;
            const bool done = QApplication::notify(receiver, event);
            --m_depth;
            return done;
        }
        QElapsedTimer timer;
        timer.start();
        ++m_depth;
        m_inFrame = m_inFrame || frame;
        const bool done = QApplication::notify(receiver, event);
        if (frame) m_inFrame = false;
        --m_depth;
        const double ms = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        if (frame) frames.push_back(ms);
        if (outer) turns.push_back(ms);
        return done;
    }

    std::vector<double> frames;
    std::vector<double> turns;

private:
    int m_depth = 0;
    bool m_inFrame = false;
};

void figures(const char* what, std::vector<double> values)
{
    if (values.empty()) return;
    std::ranges::sort(values);
    const auto at = [&](double part) {
        return values[std::min(values.size() - 1,
                               static_cast<size_t>(part * static_cast<double>(values.size())))];
    };
    std::printf("%-28s %6zu   median %6.2f ms   p99 %6.2f ms   longest %6.2f ms\n", what, values.size(),
                at(0.5), at(0.99), values.back());
}

QList<AppStatus> herd(int apps, int perApp)
{
    QList<AppStatus> list;
    int number = 0;
    for (int i = 0; i < apps; ++i) {
        AppStatus app;
        app.id = u"service-%1"_s.arg(i);
        app.spec.name = app.id;
        app.spec.nameSpace = u"team-%1"_s.arg(i * namespaces / apps);
        app.spec.script = u"server.js"_s;
        app.scriptPath = u"/srv/service/server.js"_s;
        if (perApp > 1) app.spec.execMode = ExecMode::Cluster;
        for (int index = 0; index < perApp; ++index) {
            InstanceStatus one;
            one.number = number++;
            one.index = index;
            one.state = InstanceState::Online;
            one.wantedUp = true;
            one.pid = 10'000 + one.number;
            one.startedAt = 1'700'000'000'000;
            one.memory = 80LL << 20;
            one.ports = {3000 + i};
            app.instances.append(one);
        }
        list.append(app);
    }
    return list;
}

int daemonProcess(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    FakeDaemon daemon;
    daemon.setApps(herd(std::atoi(argv[2]), std::atoi(argv[3])));
    if (!daemon.start()) return 1;
    std::printf("%s\n%s\n", qPrintable(daemon.location().home), qPrintable(daemon.location().endpoint));
    std::fflush(stdout);
    QTimer second;
    QRandomGenerator random(1);
    QObject::connect(&second, &QTimer::timeout, &second, [&] {
        QList<InstanceStatus> all;
        for (const AppStatus& app : daemon.apps()) {
            for (InstanceStatus one : app.instances) {
                one.cpu = std::clamp(one.cpu + random.bounded(20.0) - 10, 0.0, 100.0);
                one.memory = (60LL << 20) + random.bounded(40 << 20);
                all.append(one);
            }
        }
        daemon.setInstances(all);
    });
    second.start(1'000);
    return QCoreApplication::exec();
}

double cpuSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; // of this process, all threads (POSIX)
}

void run(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

int main(int argc, char* argv[])
{
    if (argc > 3 && QByteArrayView(argv[1]) == "--daemon") return daemonProcess(argc, argv);
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    TimedApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const int seconds = arguments.value(1, u"10"_s).toInt();
    const QString apps = arguments.value(2, u"250"_s);
    const QString perApp = arguments.value(3, u"4"_s);
    const int warmUp = arguments.value(4, u"60"_s).toInt();

    QProcess daemon;
    daemon.start(QApplication::applicationFilePath(), {u"--daemon"_s, apps, perApp});
    QByteArrayList place;
    while (place.size() < 2 && daemon.waitForReadyRead(10'000)) {
        while (daemon.canReadLine())
            place.append(daemon.readLine().trimmed());
    }
    if (place.size() < 2) return 1;
    DaemonLocation location;
    location.home = QString::fromLocal8Bit(place.at(0));
    location.endpoint = QString::fromLocal8Bit(place.at(1));
    Theme theme(application);
    DaemonClient client(location);
    StateMirror mirror(client, true);
    Settings settings(location.home + u"/desktop.ini"_s);
    MainWindow window(client, mirror, theme, settings);
    window.resize(1'360, 860);
    window.show();
    client.open();
    run(1'500);
    AppTreeView& tree = window.apps().tree();
    tree.expandAll();
    const auto frames = [&](const char* what, int length) {
        application.frames.clear();
        application.turns.clear();
        const double before = cpuSeconds();
        QElapsedTimer wall;
        wall.start();
        run(length * 1'000);
        const double share = (cpuSeconds() - before) * 1e5 / static_cast<double>(wall.elapsed());
        std::printf("%s, %d s: CPU %.1f %% of a core\n", what, length, share);
        figures("  frames", application.frames);
        figures("  turns of the event loop", application.turns);
        std::fflush(stdout);
    };
    std::printf("%s apps x %s instances, %d rows in sight\n", qPrintable(apps), qPrintable(perApp),
                tree.viewport()->height() / std::max(tree.visualRect(tree.model()->index(0, 0)).height(), 1));
    run(warmUp * 1'000); // until the curves are full
    frames("in the order of the daemon", seconds);
    tree.sortByColumn(CpuColumn, Qt::DescendingOrder);
    frames("sorted by CPU", seconds);
    tree.sortByColumn(-1, Qt::AscendingOrder);
    if (auto* splitter = window.findChild<QSplitter*>(u"splitter"_s)) splitter->setSizes({800, 1});
    window.resize(1'920, 1'400);
    frames("1920 x 1400, mostly tree", seconds);
    window.hide();
    frames("hidden", seconds);
    daemon.kill();
    daemon.waitForFinished();
    QDir(location.home).removeRecursively();
    return 0;
}
