// SPDX-License-Identifier: GPL-3.0-or-later
// What can be read from the curves.
#include "chartbench.h"

#include "desktop/chartcolors.h"
#include "desktop/chartview.h"
#include "desktop/colorlegend.h"
#include "ipc/methods.h"

#include <QComboBox>
#include <QDateTime>
#include <QtTest>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

class ChartCurvesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void crosshairAndMarks();
    void figuresOfTheApp();
    void figuresHaveAPast();
    void legendHides();
    void coloursCanBeSeen();
};

void ChartCurvesTest::crosshairAndMarks()
{
    ChartBench b;
    QVERIFY(b.open());
    QVERIFY(b.show({0}));
    ChartView& chart = *b.pane.cpuChart();
    QVERIFY(chart.readings().isEmpty());
    QTest::mouseMove(chart.viewport(), QPoint(static_cast<int>(chart.plot().center().x()), 60));
    QTRY_VERIFY(chart.crosshair() > 0);
    QCOMPARE(b.pane.memoryChart()->crosshair(), chart.crosshair()); // one for all
    QVERIFY(chart.readings().first().contains(u"5.0"_s));
    QVERIFY(chart.accessibleDescription().contains(u"5.0"_s));
    QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QApplication::sendEvent(&chart, &escape);
    QCOMPARE(chart.crosshair(), 0);
    QTest::keyClick(&chart, Qt::Key_Left, Qt::ControlModifier);
    QVERIFY(chart.crosshair() > 0 && chart.crosshair() < b.pane.data().window().to);

    QCOMPARE(b.pane.data().marks().size(), 1); // a start is none
    const double x = chart.plot().left() + chart.plot().width() / 2; // 5 of 10 minutes
    QTRY_COMPARE(chart.marksAt(x).size(), 1);
    QVERIFY(chart.marksAt(x).first().contains(u"exit <code> 1"_s));
    QVERIFY(chart.marksAt(x + 40).isEmpty());
    const QJsonObject event{{u"at"_s, QDateTime::currentMSecsSinceEpoch()}, {u"number"_s, 0}, {u"kind"_s, u"restart"_s}};
    b.daemon.sendEvent(event);
    QTRY_COMPARE(b.pane.data().marks().size(), 2);
    b.daemon.sendEvent(event);
    b.daemon.sendEvent({{u"at"_s, 5}, {u"number"_s, 4}, {u"kind"_s, u"restart"_s}}); // of somebody else
    b.daemon.sendEvent({{u"at"_s, QDateTime::currentMSecsSinceEpoch()}, {u"number"_s, 0}, {u"kind"_s, u"errored"_s}});
    QTRY_COMPARE(b.pane.data().marks().size(), 3);
}

void ChartCurvesTest::figuresOfTheApp()
{
    ChartBench b;
    QVERIFY(b.open());
    QVERIFY(b.show({0}));
    auto* choice = b.pane.findChild<QComboBox*>(u"chartMetric"_s);
    QVERIFY(choice->isVisible());
    QVERIFY(!b.pane.metricChart()->isVisible());
    b.pane.showMetric(u"Orders"_s);
    QVERIFY(b.pane.metricChart()->isVisible());
    QCOMPARE(b.pane.metricChart()->accessibleName(), u"Orders"_s);
    QTRY_VERIFY(b.pane.metricChart()->drawnPoints() > 0);
}

void ChartCurvesTest::figuresHaveAPast()
{
    ChartBench b;
    QVERIFY(b.open());
    QVERIFY(b.show({1}));
    b.pane.showMetric(u"Orders"_s);
    QTRY_VERIFY(!b.pane.data().isLoading() && b.pane.metricChart() && b.pane.metricChart()->isVisible());
    for (const qint64 span : {minute, 60 * minute, day, 30 * day}) {
        b.pane.setSpan(span);
        QTRY_VERIFY(!b.pane.data().isLoading() && b.pane.metricChart()->drawnPoints() > 10);
        const TimeWindow window = b.pane.data().window();
        b.pane.metricChart()->setCrosshair((window.from + window.to) / 2);
        QVERIFY2(b.pane.metricChart()->readings().value(0).contains(u"41"_s), qPrintable(b.pane.metricChart()->readings().value(0)));
    }
    // What a daemon from before says, which takes no notice of the name, is not taken for it.
    b.daemon.setAnswer(ipc::method::historyMetrics, [](QJsonObject params) {
        params.remove(u"metric"_s);
        return history(params);
    });
    b.pane.setSpan(day);
    QTRY_VERIFY(!b.pane.data().isLoading());
    QVERIFY(b.pane.data().tracks().front().figure.cpu().isEmpty());
    b.pane.showMetric({});
    QVERIFY(!b.pane.metricChart()->isVisible());
}

void ChartCurvesTest::legendHides()
{
    ChartBench b;
    QVERIFY(b.open());
    QVERIFY(b.show({0, 1, 2}));
    auto* legend = b.pane.findChild<ColorLegend*>();
    QVERIFY(legend && legend->isVisible());
    ChartView& chart = *b.pane.cpuChart();
    chart.setCrosshair(b.pane.data().window().to - 3 * minute);
    QCOMPARE(chart.readings().size(), 3);
    legend->setHidden(b.pane.data().tracks().front().label, true);
    QCOMPARE(chart.readings().size(), 2);
    legend->setHidden(b.pane.data().tracks().front().label, false);
    QCOMPARE(chart.readings().size(), 3);
}

void ChartCurvesTest::coloursCanBeSeen()
{
    for (const ThemeTokens& tokens : {lightTokens(), darkTokens()}) {
        QList<QColor> seen;
        for (int i = 0; i < curveColors; ++i) {
            const QColor color = curveColor(tokens, i);
            QVERIFY2(contrastRatio(color, tokens.window) >= 3, qPrintable(color.name()));
            QVERIFY(!seen.contains(color));
            seen.append(color);
        }
    }
}

QTEST_MAIN(ChartCurvesTest)
#include "tst_chartcurves.moc"
