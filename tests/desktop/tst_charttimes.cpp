// SPDX-License-Identifier: GPL-3.0-or-later
// Which stretch of time the charts show.
#include "chartbench.h"

#include "desktop/chartpane.h"
#include "desktop/chartview.h"
#include "ipc/methods.h"

#include <QDateTime>
#include <QPushButton>
#include <QWheelEvent>
#include <QtTest>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

class ChartTimesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spansAndPeaks();
    void aMonthIsDrawnAtOnce();
    void pausedStandsStill();
    void zoomAndMove();
};

void ChartTimesTest::spansAndPeaks()
{
    ChartBench b;
    QVERIFY(b.open());
    QVERIFY(b.show({0}));
    for (const qint64 span : {minute, 10 * minute, 60 * minute, 360 * minute, day, 7 * day, 30 * day}) {
        b.pane.setSpan(span);
        QTRY_VERIFY(!b.pane.data().isLoading() && b.pane.cpuChart()->drawnPoints() > 0);
        QCOMPARE(b.pane.data().window().span(), span);
        QVERIFY(b.pane.cpuChart()->drawnPoints() <= 2 * b.pane.cpuChart()->plot().width() * b.pane.devicePixelRatioF() + 4);
        QCOMPARE(b.pane.cpuChart()->plot().left(), b.pane.memoryChart()->plot().left());
        QCOMPARE(b.pane.cpuChart()->plot().width(), b.pane.memoryChart()->plot().width());
    }
    b.pane.setSpan(77); // no such choice
    QCOMPARE(b.pane.data().span(), 30 * day);
    const auto* asked = &b.daemon.questions.last();
    QVERIFY(asked->params["since"_L1].toInteger() > 0);
}

void ChartTimesTest::aMonthIsDrawnAtOnce()
{
    ChartBench b;
    QVERIFY(b.open());
    QVERIFY(b.show({0}));
    b.pane.setSpan(30 * day);
    QTRY_VERIFY(!b.pane.data().isLoading());
    b.pane.grab();
    QElapsedTimer timer;
    timer.start();
    b.pane.setStacked(false); // sets all curves anew
    b.pane.grab();
    const double took = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    qInfo("30 days of one app, both charts: %.1f ms", took);
    QVERIFY2(took < 500, "ten times what it may take on a machine of its own");
    QVERIFY(b.show({0, 1, 2, 3}));
    b.pane.setStacked(true);
    QTRY_VERIFY(!b.pane.data().isLoading());
    b.pane.grab();
    timer.restart();
    b.pane.setStacked(true);
    b.pane.grab();
    qInfo("30 days of four, stacked, both charts: %.1f ms", static_cast<double>(timer.nsecsElapsed()) / 1e6);
    QVERIFY(timer.elapsed() < 500);
}

void ChartTimesTest::pausedStandsStill()
{
    ChartBench b;
    QVERIFY(b.open());
    QVERIFY(b.show({0}));
    auto* live = b.pane.findChild<QPushButton*>(u"follow"_s);
    QSignalSpy changed(&b.pane.data(), &ChartData::changed);
    QVERIFY(changed.wait(5000)); // goes on by itself
    QTest::mouseClick(live, Qt::LeftButton);
    QCOMPARE(live->text(), u"Paused"_s);
    const TimeWindow still = b.pane.data().window();
    QTRY_VERIFY(!b.pane.data().isLoading());
    QTRY_VERIFY(QDateTime::currentMSecsSinceEpoch() > still.to);
    QCOMPARE(b.pane.data().window(), still);
    QTest::mouseClick(live, Qt::LeftButton);
    QTRY_VERIFY(b.pane.data().window().to > still.to);
}

void ChartTimesTest::zoomAndMove()
{
    ChartBench b;
    QVERIFY(b.open());
    QVERIFY(b.show({0}));
    ChartView& chart = *b.pane.cpuChart();
    const auto* live = b.pane.findChild<QPushButton*>(u"follow"_s);
    const auto* back = b.pane.findChild<QPushButton*>(u"wholeTime"_s);
    const QPointF middle = chart.plot().center();
    const auto turn = [&](QPoint angle, Qt::KeyboardModifiers modifiers = {}) {
        QWheelEvent wheel(middle, chart.viewport()->mapToGlobal(middle), {}, angle, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QApplication::sendEvent(chart.viewport(), &wheel);
    };
    QVERIFY(!back->isVisible());
    const TimeWindow whole = b.pane.data().window();
    const int asked = b.asked(ipc::method::historyMetrics);
    turn({0, 240});
    const TimeWindow near = b.pane.data().window();
    QVERIFY(b.pane.data().isZoomed());
    QVERIFY(near.span() < whole.span() * 7 / 10);
    QVERIFY(std::abs((near.from + near.to) / 2 - (whole.from + whole.to) / 2) < 10'000); // around the hand
    QVERIFY(back->isVisible());
    QCOMPARE(live->text(), u"Paused"_s);
    QTRY_COMPARE(b.asked(ipc::method::historyMetrics), asked + 1); // once, when the wheel rests
    QTRY_VERIFY(!b.pane.data().isLoading() && chart.drawnPoints() > 0);
    turn({0, 120}, Qt::ShiftModifier);
    QVERIFY(b.pane.data().window().from < near.from);
    QCOMPARE(b.pane.data().window().span(), near.span());
    // By hand.
    const TimeWindow before = b.pane.data().window();
    QTest::mousePress(chart.viewport(), Qt::LeftButton, {}, middle.toPoint());
    QTest::mouseMove(chart.viewport(), middle.toPoint() + QPoint(100, 0));
    QTRY_VERIFY(b.pane.data().window().from < before.from);
    QTest::mouseRelease(chart.viewport(), Qt::LeftButton, {}, middle.toPoint() + QPoint(100, 0));
    QTest::mouseDClick(chart.viewport(), Qt::LeftButton, {}, middle.toPoint());
    QVERIFY(!b.pane.data().isZoomed());
    QVERIFY(!back->isVisible());
    QCOMPARE(live->text(), u"Live"_s);
    // By keys.
    QTest::keyClick(&chart, Qt::Key_Plus);
    QVERIFY(b.pane.data().window().span() < whole.span());
    const TimeWindow near2 = b.pane.data().window();
    QTest::keyClick(&chart, Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(b.pane.data().window().to < near2.to);
    QTest::keyClick(&chart, Qt::Key_0);
    QVERIFY(!b.pane.data().isZoomed());
    // Not into the future, not behind what is stored, not into nothing.
    for (int i = 0; i < 80; ++i)
        turn({0, -120});
    QVERIFY(b.pane.data().window().span() <= 30 * day);
    QVERIFY(b.pane.data().window().to <= QDateTime::currentMSecsSinceEpoch());
    for (int i = 0; i < 120; ++i)
        turn({0, 120});
    QVERIFY(b.pane.data().window().span() >= 5000);
    // The switch leads back as well, and a span.
    b.pane.setLive(true);
    QVERIFY(!b.pane.data().isZoomed());
    turn({0, 120});
    b.pane.setSpan(60 * minute);
    QVERIFY(!b.pane.data().isZoomed());
    QCOMPARE(b.pane.data().window().span(), 60 * minute);
}

QTEST_MAIN(ChartTimesTest)
#include "tst_charttimes.moc"
