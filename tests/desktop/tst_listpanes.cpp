// SPDX-License-Identifier: GPL-3.0-or-later
// Environment and events of the selection against a daemon in this process.
#include "clientbench.h"
#include "samples.h"

#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "desktop/environmentpane.h"
#include "desktop/eventspane.h"
#include "desktop/listtable.h"
#include "desktop/theme.h"
#include "ipc/methods.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

namespace {

QJsonValue environment(const QJsonObject& params)
{
    const bool reveal = params["reveal"_L1].toBool();
    const QJsonArray variables{
        QJsonObject{{u"name"_s, u"API_TOKEN"_s}, {u"value"_s, reveal ? u"abc"_s : u"****"_s}, {u"origin"_s, u"config"_s}, {u"secret"_s, true}},
        QJsonObject{{u"name"_s, u"HOME"_s}, {u"value"_s, u"/home/ana"_s}, {u"origin"_s, u"shell"_s}, {u"secret"_s, false}},
        QJsonObject{{u"name"_s, u"ID"_s}, {u"value"_s, QString::number(params["target"_L1].toInt())}, {u"origin"_s, u"tropero"_s}, {u"secret"_s, false}}};
    return QJsonObject{{u"instances"_s, QJsonArray{QJsonObject{{u"number"_s, params["target"_L1]}, {u"variables"_s, variables}}}}};
}

QJsonObject happened(int number, const QString& kind, qint64 ago = 0)
{
    return {{u"at"_s, QDateTime::currentMSecsSinceEpoch() - ago}, {u"number"_s, number}, {u"name"_s, u"api"_s}, {u"kind"_s, kind}, {u"reason"_s, u"because"_s}};
}

template<typename Pane>
struct Bench : ClientBench
{
    Pane pane{client, mirror, theme};
    QAbstractItemModelTester tester{pane.view().model()};

    bool open()
    {
        daemon.setAnswer(ipc::method::appsEnvironment, environment);
        pane.resize(900, 300);
        return connectTo(sampleApps(daemon.location().home));
    }
    QString cell(int row, int column) const { return pane.view().model()->index(row, column).data().toString(); }
    int rows() const { return pane.view().model()->rowCount(); }
};

} // namespace

class ListPanesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void environmentOfTheSelection();
    void secretsOnDemand();
    void copyAndFilter();
    void eventsOfTheSelection();
    void newBadOnesAreCounted();
    void jumpToTheLog();
};

void ListPanesTest::environmentOfTheSelection()
{
    Bench<EnvironmentPane> b;
    QVERIFY(b.open());
    b.pane.setInstances({0, 1});
    QVERIFY(b.daemon.questions.isEmpty()); // it is not seen
    b.pane.show();
    QTRY_COMPARE(b.rows(), 3);
    QCOMPARE(b.cell(0, EnvironmentModel::Origin), u"Configuration"_s);
    QCOMPARE(b.cell(2, EnvironmentModel::Value), u"0"_s);
    auto* choice = b.pane.findChild<QComboBox*>(u"environmentChoice"_s);
    QVERIFY(choice->isVisible());
    QCOMPARE(choice->count(), 2);
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    QTRY_COMPARE(b.cell(2, EnvironmentModel::Value), u"1"_s);
    b.pane.setInstances({1});
    QVERIFY(!choice->isVisible());
    b.pane.setInstances({});
    QTRY_COMPARE(b.rows(), 0);
}

void ListPanesTest::secretsOnDemand()
{
    Bench<EnvironmentPane> b;
    QVERIFY(b.open());
    b.pane.setInstances({0});
    b.pane.show();
    QTRY_COMPARE(b.cell(0, EnvironmentModel::Value), u"****"_s);
    QVERIFY(!b.daemon.questions.last().params["reveal"_L1].toBool());
    auto* reveal = b.pane.findChild<QPushButton*>(u"chip"_s);
    QTest::mouseClick(reveal, Qt::LeftButton);
    QTRY_COMPARE(b.cell(0, EnvironmentModel::Value), u"abc"_s);
    b.pane.setInstances({1}); // for another one it is to be asked for anew
    QVERIFY(!reveal->isChecked());
    QTRY_COMPARE(b.cell(0, EnvironmentModel::Value), u"****"_s);
    QTest::mouseClick(reveal, Qt::LeftButton);
    QTRY_COMPARE(b.cell(0, EnvironmentModel::Value), u"abc"_s);
    b.pane.hide();
    QCOMPARE(b.rows(), 0); // nothing lies behind another tab
    b.pane.show();
    QVERIFY(!reveal->isChecked());
    QTRY_COMPARE(b.cell(0, EnvironmentModel::Value), u"****"_s);
}

void ListPanesTest::copyAndFilter()
{
    Bench<EnvironmentPane> b;
    QVERIFY(b.open());
    b.pane.setInstances({0});
    b.pane.show();
    QTRY_COMPARE(b.rows(), 3);
    b.pane.findChild<QLineEdit*>(u"environmentFilter"_s)->setText(u"ANA"_s);
    QCOMPARE(b.rows(), 1);
    b.pane.view().selectAll();
    QTest::keySequence(&b.pane.view(), QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"HOME=/home/ana"_s);
    b.pane.findChild<QLineEdit*>(u"environmentFilter"_s)->setText(u"nothing like it"_s);
    QCOMPARE(b.rows(), 0);
}

void ListPanesTest::eventsOfTheSelection()
{
    Bench<EventsPane> b;
    QVERIFY(b.open());
    b.daemon.setPastEvents({happened(0, u"online"_s, 9000), happened(1, u"errored"_s, 8000), happened(2, u"stop"_s, 7000)});
    b.pane.setInstances({0, 1});
    QVERIFY(b.daemon.questions.isEmpty());
    b.pane.show();
    QTRY_COMPARE(b.rows(), 2);
    QCOMPARE(b.cell(0, EventsModel::What), u"Gave up"_s);
    QCOMPARE(b.cell(0, EventsModel::Instance), u"api 1"_s);
    b.pane.view().setCurrentIndex(b.pane.view().model()->index(0, 0));
    b.daemon.sendEvent(happened(0, u"reload"_s));
    QTRY_COMPARE(b.rows(), 3);
    QCOMPARE(b.pane.view().currentIndex().row(), 1); // the selection goes with its row
    b.daemon.sendEvent(happened(7, u"reload"_s));
    b.daemon.sendEvent(happened(0, u"note"_s));
    QTRY_COMPARE(b.rows(), 4);
    auto* sort = b.pane.findChild<QComboBox*>(u"eventSort"_s);
    sort->setCurrentIndex(1);
    QCOMPARE(b.rows(), 1);
    sort->setCurrentIndex(0);
    b.pane.findChild<QLineEdit*>(u"eventFilter"_s)->setText(u"reload"_s);
    QCOMPARE(b.rows(), 1);
    b.pane.view().selectAll();
    QTest::keySequence(&b.pane.view(), QKeySequence::Copy);
    QVERIFY(QGuiApplication::clipboard()->text().endsWith(u"api 0  Reload \u00b7 because"_s));
    QEvent language(QEvent::LanguageChange);
    QApplication::sendEvent(&b.pane, &language);
    QCOMPARE(b.rows(), 1);
}

void ListPanesTest::newBadOnesAreCounted()
{
    Bench<EventsPane> b;
    QVERIFY(b.open());
    b.pane.setInstances({0});
    QSignalSpy badge(&b.pane, &EventsPane::badgeChanged);
    b.daemon.sendEvent(happened(0, u"errored"_s));
    b.daemon.sendEvent(happened(0, u"online"_s));
    b.daemon.sendEvent(happened(1, u"errored"_s));
    b.daemon.sendEvent(happened(0, u"log-loss"_s));
    QTRY_COMPARE(b.pane.badge(), u"2"_s);
    QCOMPARE(badge.size(), 2);
    b.pane.setInstances({0, 1});
    QCOMPARE(b.pane.badge(), u"3"_s);
    b.pane.setInstances({1});
    QCOMPARE(b.pane.badge(), u"1"_s);
    b.pane.show();
    QVERIFY(b.pane.badge().isEmpty()); // seen
    b.daemon.sendEvent(happened(1, u"errored"_s));
    QTRY_COMPARE(b.rows(), 1);
    QVERIFY(b.pane.badge().isEmpty());
    b.pane.hide();
    b.pane.setInstances({0});
    QCOMPARE(b.pane.badge(), u"2"_s);
}

void ListPanesTest::jumpToTheLog()
{
    Bench<EventsPane> b;
    QVERIFY(b.open());
    const QJsonObject past = happened(3, u"restart"_s, 5000);
    b.daemon.setPastEvents({past});
    b.pane.setInstances({3});
    b.pane.show();
    QTRY_COMPARE(b.rows(), 1);
    QSignalSpy jump(&b.pane, &EventsPane::jumpRequested);
    b.pane.view().setCurrentIndex(b.pane.view().model()->index(0, 0));
    QTest::keyClick(&b.pane.view(), Qt::Key_Return);
    QCOMPARE(jump.size(), 1);
    QCOMPARE(jump.first().at(0).toLongLong(), past["at"_L1].toInteger() * 1'000'000);
    QCOMPARE(jump.first().at(1).toInt(), 3);
}

QTEST_MAIN(ListPanesTest)
#include "tst_listpanes.moc"
