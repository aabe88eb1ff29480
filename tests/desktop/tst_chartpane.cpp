// SPDX-License-Identifier: GPL-3.0-or-later
// The charts of the selection against a daemon in this process.
#include "fakedaemon.h"
#include "samples.h"

#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "desktop/chartcolors.h"
#include "desktop/chartpane.h"
#include "desktop/chartview.h"
#include "desktop/colorlegend.h"
#include "desktop/theme.h"
#include "ipc/methods.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDateTime>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QWheelEvent>
#include <QtTest>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 day = 1440 * minute;

/// As the daemon's tiers: seconds, minutes, hours; with one peak.
QJsonValue history(const QJsonObject& params)
{
    const qint64 since = params["since"_L1].toInteger();
    const qint64 until = params["until"_L1].toInteger();
    const qint64 span = until - since;
    const qint64 step = span <= 15 * minute ? 1000 : span <= day ? minute : 60 * minute;
    QJsonArray points;
    int count = 0;
    for (qint64 at = since - since % step; at <= until; at += step, ++count)
        points.append(QJsonArray{at, count == 20 ? 88.0 : 5.0 + params["number"_L1].toInt(), (100 + count % 7) * 1024 * 1024});
    if (const QString metric = params["metric"_L1].toString(); !metric.isEmpty()) {
        for (QJsonValueRef point : points)
            point = QJsonArray{point[0], metric == "Orders"_L1 ? 41.0 : 7.0};
        return QJsonObject{{u"step"_s, step}, {u"points"_s, points}, {u"metric"_s, metric}};
    }
    return QJsonObject{{u"step"_s, step}, {u"points"_s, points}, {u"metrics"_s, QJsonObject{{u"Orders"_s, u"/min"_s}}}};
}

struct Bench
{
    FakeDaemon daemon;
    Theme theme{*qApp};
    DaemonClient client{daemon.location()};
    StateMirror mirror{client, true};
    ChartPane pane{client, mirror, theme};

    Bench()
    {
        daemon.setApps(sampleApps(daemon.location().home));
        daemon.setAnswer(ipc::method::historyMetrics, history);
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        daemon.setPastEvents({QJsonObject{{u"at"_s, now - 5 * minute}, {u"number"_s, 0}, {u"name"_s, u"api"_s}, {u"kind"_s, u"exit"_s}, {u"reason"_s, u"exit <code> 1"_s}, {u"exitCode"_s, 1}},
                              QJsonObject{{u"at"_s, now - 4 * minute}, {u"number"_s, 0}, {u"name"_s, u"api"_s}, {u"kind"_s, u"online"_s}}});
        pane.resize(1000, 320);
    }
    bool open()
    {
        if (!daemon.start()) return false;
        client.open();
        return QTest::qWaitFor([&] { return client.state() == DaemonClient::State::Connected && !mirror.apps().empty(); }, 10'000);
    }
    bool show(const QList<int>& numbers)
    {
        pane.setInstances(numbers);
        pane.show();
        return QTest::qWaitFor([&] { return !pane.data().isLoading() && pane.cpuChart() && pane.cpuChart()->drawnPoints() > 0; }, 10'000);
    }
    int asked(QLatin1StringView method) const
    {
        return static_cast<int>(std::ranges::count_if(daemon.questions, [method](const FakeDaemon::Call& call) { return call.method == method; }));
    }
};

} // namespace

class ChartPaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksOnlyWhileSeen();
    void spansAndPeaks();
    void aMonthIsDrawnAtOnce();
    void crosshairAndMarks();
    void pausedStandsStill();
    void severalAndStacked();
    void figuresOfTheApp();
    void figuresHaveAPast();
    void zoomAndMove();
    void legendHides();
    void exports();
    void themeAndLanguage();
    void daemonWithoutHistory();
    void remembers();
    void coloursCanBeSeen();
    void fitsIntoLittleRoom();
};

void ChartPaneTest::asksOnlyWhileSeen()
{
    Bench b;
    QVERIFY(b.open());
    b.pane.setInstances({0, 1});
    QVERIFY(!b.pane.cpuChart()); // not even made
    QVERIFY(b.daemon.questions.isEmpty());
    QVERIFY(b.show({0, 1}));
    QCOMPARE(b.asked(ipc::method::historyMetrics), 2);
    QCOMPARE(b.asked(ipc::method::historyEvents), 1);
    b.pane.hide();
    QSignalSpy changed(&b.pane.data(), &ChartData::changed);
    b.pane.setInstances({0});
    QTest::qWait(1200); // longer than the clock's step
    QCOMPARE(changed.size(), 1);
    QCOMPARE(b.daemon.questions.size(), 3);
    b.pane.show();
    QTRY_COMPARE(b.asked(ipc::method::historyMetrics), 3);
}

void ChartPaneTest::spansAndPeaks()
{
    Bench b;
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

void ChartPaneTest::aMonthIsDrawnAtOnce()
{
    Bench b;
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

void ChartPaneTest::crosshairAndMarks()
{
    Bench b;
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

void ChartPaneTest::pausedStandsStill()
{
    Bench b;
    QVERIFY(b.open());
    QVERIFY(b.show({0}));
    auto* live = b.pane.findChild<QPushButton*>(u"follow"_s);
    QSignalSpy changed(&b.pane.data(), &ChartData::changed);
    QVERIFY(changed.wait(5000)); // goes on by itself
    QTest::mouseClick(live, Qt::LeftButton);
    QCOMPARE(live->text(), u"Paused"_s);
    const TimeWindow still = b.pane.data().window();
    QTRY_VERIFY(!b.pane.data().isLoading());
    QTest::qWait(20);
    QCOMPARE(b.pane.data().window(), still);
    QTest::mouseClick(live, Qt::LeftButton);
    QTRY_VERIFY(b.pane.data().window().to > still.to);
}

void ChartPaneTest::severalAndStacked()
{
    Bench b;
    QVERIFY(b.open());
    QVERIFY(b.show({0, 1, 2, 3}));
    ChartView& chart = *b.pane.cpuChart();
    chart.setCrosshair(b.pane.data().window().to - 3 * minute);
    QCOMPARE(chart.readings().size(), 4);
    auto* stack = b.pane.findChild<QPushButton*>(u"chip"_s);
    QVERIFY(stack->isVisible());
    QTest::mouseClick(stack, Qt::LeftButton);
    QCOMPARE(chart.readings().size(), 5); // and the sum: 5 + 6 + 7 + 8
    QVERIFY(chart.readings().last().contains(u"26.0"_s));
    b.pane.setInstances({0});
    QVERIFY(!stack->isVisible());
    b.pane.setInstances({});
    QCOMPARE(b.pane.data().tracks().size(), 0U);
    QVERIFY(b.pane.findChild<QLabel*>(u"emptyText"_s)->isVisible());
}

void ChartPaneTest::figuresOfTheApp()
{
    Bench b;
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

void ChartPaneTest::figuresHaveAPast()
{
    Bench b;
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

void ChartPaneTest::zoomAndMove()
{
    Bench b;
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

void ChartPaneTest::legendHides()
{
    Bench b;
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

void ChartPaneTest::exports()
{
    Bench b;
    QVERIFY(b.open());
    QVERIFY(b.show({0, 1}));
    QTemporaryDir folder;
    QVERIFY(b.pane.saveImage(folder.filePath(u"a.png"_s)));
    const QImage image(folder.filePath(u"a.png"_s));
    QVERIFY(image.width() >= 900 && image.height() >= 180);
    b.pane.setLive(false);
    QTRY_VERIFY(!b.pane.data().isLoading());
    QVERIFY(b.pane.saveCsv(folder.filePath(u"a.csv"_s)));
    QFile file(folder.filePath(u"a.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.first(), QByteArray("time,name,id,cpu_percent,memory_bytes"));
    QVERIFY(lines.size() > 1100); // all seconds of two, not only what is drawn
    QVERIFY(lines.at(1).contains("Z,\"api 0\",0,5.00,"));
    QCOMPARE(b.pane.saveCsv(folder.filePath(u"no/such/folder.csv"_s)).error().code, ErrorCode::Io);
    QCOMPARE(b.pane.saveImage(folder.filePath(u"no/such/folder.png"_s)).error().code, ErrorCode::Io);
}

void ChartPaneTest::themeAndLanguage()
{
    Bench b;
    QVERIFY(b.open());
    QVERIFY(b.show({0}));
    const auto corner = [&b] { return b.pane.cpuChart()->grab().toImage().pixelColor(2, b.pane.cpuChart()->height() - 3); };
    b.theme.setChoice(Theme::Choice::Dark);
    QCOMPARE(corner(), darkTokens().window);
    b.theme.setChoice(Theme::Choice::Light);
    QCOMPARE(corner(), lightTokens().window);
    QEvent language(QEvent::LanguageChange);
    QApplication::sendEvent(&b.pane, &language);
    QCOMPARE(b.pane.cpuChart()->accessibleName(), u"CPU"_s);
    for (const QAbstractButton* button : b.pane.findChildren<QAbstractButton*>())
        QVERIFY(!button->text().isEmpty() || !button->accessibleName().isEmpty());
}

void ChartPaneTest::daemonWithoutHistory()
{
    Bench b;
    b.daemon.setAnswer(ipc::method::historyMetrics, [](const QJsonObject&) { return QJsonValue(u"nonsense"_s); });
    QVERIFY(b.open());
    b.pane.setInstances({0});
    b.pane.show();
    QTRY_VERIFY(!b.pane.data().isLoading());
    QTRY_VERIFY(b.pane.cpuChart()->drawnPoints() > 0); // what comes live
    b.daemon.stop();
    QTRY_COMPARE(b.client.state(), DaemonClient::State::Lost);
    const auto known = b.pane.data().tracks().front().series.cpu().size();
    QTest::qWait(1100); // a step of the clock
    QCOMPARE(b.pane.data().tracks().front().series.cpu().size(), known); // nothing is made up
}

void ChartPaneTest::remembers()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"a.ini"_s), QSettings::IniFormat);
    {
        Bench b;
        b.pane.setSpan(7 * day);
        b.pane.setStacked(true);
        b.pane.save(settings);
    }
    Bench b;
    b.pane.restore(settings);
    QCOMPARE(b.pane.data().span(), 7 * day);
    QVERIFY(b.pane.findChild<QPushButton*>(u"chip"_s)->isChecked());
}

void ChartPaneTest::coloursCanBeSeen()
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

void ChartPaneTest::fitsIntoLittleRoom()
{
    Bench b;
    QVERIFY(b.open());
    QVERIFY(b.show({0, 1}));
    b.pane.resize(400, 160);
    QCOMPARE(b.pane.width(), 400);
    QTRY_VERIFY(std::ranges::none_of(b.pane.findChildren<QAbstractButton*>(u"span"_s), &QAbstractButton::isVisible));
    b.pane.resize(1000, 160);
    QTRY_VERIFY(std::ranges::all_of(b.pane.findChildren<QAbstractButton*>(u"span"_s), &QAbstractButton::isVisible));
}

QTEST_MAIN(ChartPaneTest)
#include "tst_chartpane.moc"
