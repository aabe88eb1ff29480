// SPDX-License-Identifier: GPL-3.0-or-later
// What the system page costs with 1 000 processes whose figures all change with each look, in CPU time:
// bench_systempage [LOOKS] [PROCESSES]. Figures to be read, not a test.
#include "systemsamples.h"

#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "desktop/systempage.h"
#include "desktop/systemtable.h"
#include "desktop/theme.h"
#include "models/processendings.h"
#include "models/systemrows.h"

#include <QApplication>
#include <QDateTime>
#include <QHeaderView>
#include <QRandomGenerator>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace tropero;
using namespace Qt::StringLiterals;

namespace {

double milliseconds(const std::function<void()>& work)
{
    const std::clock_t before = std::clock();
    work();
    return static_cast<double>(std::clock() - before) * 1e3 / CLOCKS_PER_SEC; // CPU time (POSIX): others may be busy
}

void figures(const char* what, std::vector<double> values)
{
    std::ranges::sort(values);
    const auto at = [&values](double part) { return values[std::min(values.size() - 1, static_cast<size_t>(part * static_cast<double>(values.size())))]; };
    std::printf("  %-32s median %6.2f ms   p95 %6.2f ms   longest %6.2f ms\n", what, at(0.5), at(0.95), values.back());
}

/// All figures are others, a few processes have come and gone.
std::shared_ptr<MachineSnapshot> nextLook(const MachineSnapshot& before, QRandomGenerator& random)
{
    auto next = std::make_shared<MachineSnapshot>(before);
    for (MachineProcess& process : next->processes) {
        process.cpu = random.bounded(100.0);
        process.memory = (20LL << 20) + random.bounded(200 << 20);
    }
    for (int i = 0; i < 3; ++i) {
        MachineProcess& process = next->processes[random.bounded(next->processes.size())];
        process.id.startTime += 1; // another process that got its number
    }
    return next;
}

} // namespace

int main(int argc, char* argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const int looks = QApplication::arguments().value(1, u"60"_s).toInt();
    const int count = QApplication::arguments().value(2, u"1000"_s).toInt();
    Theme theme(application);
    DaemonClient client{DaemonLocation{}};
    StateMirror mirror(client, false);
    ProcessEndings endings;
    SystemPage page(mirror, endings, theme);
    page.resize(1'920, 1'200);
    page.show();
    page.monitor().setActive(false);
    QRandomGenerator random(1);
    auto snapshot = test::crowdedMachine(count);
    page.setSnapshot(snapshot);
    QApplication::processEvents();
    const auto measure = [&](const char* what) {
        std::vector<double> rows;
        std::vector<double> merges;
        std::vector<double> paints;
        for (int i = 0; i < looks; ++i) {
            snapshot = nextLook(*snapshot, random);
            SystemRows made;
            rows.push_back(milliseconds([&] { made = systemRows(*snapshot, QDateTime::currentMSecsSinceEpoch()); }));
            merges.push_back(milliseconds([&] { Q_EMIT page.monitor().sampled(snapshot, made); }));
            paints.push_back(milliseconds([&] {
                QApplication::sendPostedEvents(); // layouts and the repaint that the changes ask for
                QApplication::processEvents();
            }));
        }
        std::printf("%s, %d processes\n", what, count);
        figures("rows (in another thread)", rows);
        figures("merge", merges);
        figures("layout and paint", paints);
    };
    measure("in the order of the machine");
    page.table().header()->setSortIndicator(4, Qt::DescendingOrder);
    measure("sorted by CPU");
    page.table().selectAll();
    measure("sorted by CPU, all selected");
    page.table().clearSelection();
    page.table().header()->setSortIndicator(0, Qt::AscendingOrder);
    measure("sorted by name");
    page.showSection(SystemPage::Section::Ports);
    measure("ports");
    return 0;
}
