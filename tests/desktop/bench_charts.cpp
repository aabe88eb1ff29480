// SPDX-License-Identifier: GPL-3.0-or-later
// What it costs to draw a month: bench_charts [INSTANCES]. Figures to be read, not a test.
#include "desktop/chartcolors.h"
#include "desktop/chartview.h"
#include "desktop/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPixmap>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

using namespace tropero;

namespace {

constexpr qint64 hour = 3'600'000;

double cpuMs()
{
    return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

} // namespace

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    Theme theme(application);
    const int instances = argc > 1 ? std::max(QByteArray(argv[1]).toInt(), 1) : 8;
    const qint64 now = 1'800'000'000'000 / hour * hour;
    for (const bool stacked : {false, true}) {
        for (const int hours : {24, 720}) {
            QList<ChartCurve> curves;
            const qint64 step = hours == 24 ? 60'000 : hour; // as the daemon's tiers
            for (int i = 0; i < instances; ++i) {
                ChartCurve curve{QString::number(i), curveColor(theme.tokens(), i), {}};
                for (qint64 at = now - hours * hour; at <= now; at += step) {
                    const double place = static_cast<double>(at / step % 100'000);
                    curve.points.append({at, 20 + 10 * std::sin(place / 40 + i) + std::fmod(place * 7919 * (i + 1), 13)});
                }
                curves.append(curve);
            }
            ChartView cpu(theme);
            ChartView memory(theme);
            std::vector<double> wall;
            std::vector<double> work;
            for (int round = 0; round < 25; ++round) {
                QElapsedTimer timer;
                const double before = cpuMs();
                timer.start();
                for (ChartView* chart : {&cpu, &memory}) {
                    if (round == 0) {
                        chart->resize(1000, 160);
                        chart->show();
                    }
                    chart->setCurves(curves, {now - hours * hour + round, now + round}, {step * 5 / 2, 0, 0}, stacked);
                    (void)chart->grab();
                }
                wall.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
                work.push_back(cpuMs() - before);
            }
            std::printf("%2d instances, %3d h, %s: first %5.1f ms", instances, hours, stacked ? "stacked " : "overlaid", wall.front());
            std::ranges::sort(wall);
            std::ranges::sort(work);
            std::printf(", then median %5.1f ms wall, %5.1f ms CPU, both charts\n", wall[wall.size() / 2], work[work.size() / 2]);
        }
    }
    return 0;
}
