// SPDX-License-Identifier: GPL-3.0-or-later
// The charts of the selection against a daemon in this process.
#include "chartbench.h"

#include "client/daemonclient.h"
#include "desktop/chartview.h"
#include "desktop/theme.h"
#include "ipc/methods.h"

#include <QAbstractButton>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QtTest>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

class ChartPaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksOnlyWhileSeen();
    void severalAndStacked();
    void exports();
    void themeAndLanguage();
    void daemonWithoutHistory();
    void remembers();
    void fitsIntoLittleRoom();
};

void ChartPaneTest::asksOnlyWhileSeen()
{
    ChartBench b;
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
    ChartData seen(b.client, b.mirror); // of nothing: it asks for nothing, but its clock runs
    QSignalSpy steps(&seen, &ChartData::changed);
    seen.setActive(true);
    QTRY_VERIFY(steps.size() >= 2);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(b.daemon.questions.size(), 3);
    b.pane.show();
    QTRY_COMPARE(b.asked(ipc::method::historyMetrics), 3);
}

void ChartPaneTest::severalAndStacked()
{
    ChartBench b;
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

void ChartPaneTest::exports()
{
    ChartBench b;
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
    ChartBench b;
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
    ChartBench b;
    b.daemon.setAnswer(ipc::method::historyMetrics, [](const QJsonObject&) { return QJsonValue(u"nonsense"_s); });
    QVERIFY(b.open());
    b.pane.setInstances({0});
    b.pane.show();
    QTRY_VERIFY(!b.pane.data().isLoading());
    QTRY_VERIFY(b.pane.cpuChart()->drawnPoints() > 0); // what comes live
    b.daemon.stop();
    QTRY_COMPARE(b.client.state(), DaemonClient::State::Lost);
    const auto known = b.pane.data().tracks().front().series.cpu().size();
    QSignalSpy steps(&b.pane.data(), &ChartData::changed);
    QVERIFY(steps.wait(5000)); // the clock goes on
    QCOMPARE(b.pane.data().tracks().front().series.cpu().size(), known); // nothing is made up
}

void ChartPaneTest::remembers()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"a.ini"_s), QSettings::IniFormat);
    {
        ChartBench b;
        b.pane.setSpan(7 * day);
        b.pane.setStacked(true);
        b.pane.save(settings);
    }
    ChartBench b;
    b.pane.restore(settings);
    QCOMPARE(b.pane.data().span(), 7 * day);
    QVERIFY(b.pane.findChild<QPushButton*>(u"chip"_s)->isChecked());
}

void ChartPaneTest::fitsIntoLittleRoom()
{
    ChartBench b;
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
