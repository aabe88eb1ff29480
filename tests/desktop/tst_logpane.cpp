// SPDX-License-Identifier: GPL-3.0-or-later
#include "logpanebench.h"

#include "core/logindex.h"
#include "desktop/logbar.h"
#include "desktop/logpane.h"
#include "desktop/logview.h"

#include <QAction>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QThread>
#include <QtTest>

#include <atomic>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

class LogPaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filtersByChips();
    void readsNothingUnseen();
    void clearsAndFlushes();
    void streamsSideBySide();
    void keepsItsLook();
    void narrowRowKeepsTheMenu();
    void floodDoesNotStall();
};

void LogPaneTest::filtersByChips()
{
    LogPaneBench b;
    b.write(numbered(100), 1'000'000'000);
    b.open();
    QTRY_COMPARE(b.pane.lines().rowCount(), 100);
    b.bar().action(LogBar::Switch::Warning)->trigger();
    QTRY_COMPARE(b.pane.lines().rowCount(), 10);
    b.bar().action(LogBar::Switch::Warning)->trigger();
    QTRY_COMPARE(b.pane.lines().rowCount(), 100);
    b.bar().streamsAction(LogBar::Streams::ErrorOut)->trigger();
    QTRY_COMPARE(b.pane.lines().rowCount(), 0);
    QVERIFY(!b.pane.view().options().sideBySide);
    b.bar().streamsAction(LogBar::Streams::Out)->trigger();
    QTRY_COMPARE(b.pane.lines().rowCount(), 100);
    b.bar().action(LogBar::Switch::Time)->trigger();
    QVERIFY(!b.pane.view().options().showTime);
}

void LogPaneTest::readsNothingUnseen()
{
    LogPaneBench b;
    b.write(numbered(10), 1'000'000'000);
    b.pane.hide();
    b.open();
    QCoreApplication::processEvents();
    QCOMPARE(b.pane.lines().rowCount(), 0);
    b.pane.QWidget::show();
    QTRY_COMPARE(b.pane.lines().rowCount(), 10);
    b.pane.hide();
    b.write("more\n", 2'000'000'000);
    b.pane.QWidget::show();
    QTRY_COMPARE(b.pane.lines().rowCount(), 11);
}

void LogPaneTest::clearsAndFlushes()
{
    LogPaneBench b;
    b.write(numbered(10), 1'000'000'000);
    b.open();
    QTRY_COMPARE(b.pane.lines().rowCount(), 10);
    QTest::keyClick(&b.pane.view(), Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(b.pane.lines().rowCount(), 0);
    b.write("after\n", 2'000'000'000);
    QTRY_COMPARE(b.pane.lines().rowCount(), 1);
    b.pane.lines().showAll();
    QCOMPARE(b.pane.lines().rowCount(), 11);
    QSignalSpy flush(&b.pane, &LogPane::flushRequested);
    QMetaObject::invokeMethod(&b.pane, [&b] {
        for (QAction* action : b.pane.actions())
            if (action->text().startsWith(u"Empty log files"_s)) action->trigger();
    });
    QTRY_VERIFY(b.pane.findChild<QMessageBox*>(u"flushQuestion"_s));
    auto* question = b.pane.findChild<QMessageBox*>(u"flushQuestion"_s);
    QCOMPARE(question->defaultButton(), question->button(QMessageBox::Cancel));
    for (QAbstractButton* button : question->buttons())
        if (question->buttonRole(button) == QMessageBox::DestructiveRole) button->click();
    QTRY_COMPARE(flush.size(), 1);
    QCOMPARE(flush.first().first().value<QList<int>>(), QList<int>{3});
    QFile::remove(b.out);
    QFile::remove(logIndexPath(b.out));
    QTRY_COMPARE(b.pane.lines().rowCount(), 0);
}

void LogPaneTest::streamsSideBySide()
{
    LogPaneBench b;
    b.write("out one\nout two\n", 1'000'000'000);
    QFile error(b.folder.filePath(u"web-0-error.log"_s));
    QVERIFY(error.open(QIODevice::WriteOnly));
    error.write("error one\n");
    error.close();
    b.open();
    QTRY_COMPARE(b.pane.lines().rowCount(), 3);
    b.bar().streamsAction(LogBar::Streams::SideBySide)->trigger();
    QTRY_COMPARE(b.pane.lines().rowCount(), 3); // in one order of time
    QVERIFY(b.pane.view().options().sideBySide);
    QVERIFY(b.pane.view().findChild<QFrame*>(u"logStreams"_s)->isVisible());
    QSettings settings(b.folder.filePath(u"look.ini"_s), QSettings::IniFormat);
    b.pane.save(settings);
    LogPaneBench other;
    other.pane.restore(settings);
    QCOMPARE(other.bar().streams(), LogBar::Streams::SideBySide);
    QVERIFY(other.pane.view().options().sideBySide);
    b.bar().streamsAction(LogBar::Streams::Merged)->trigger();
    QVERIFY(!b.pane.view().findChild<QFrame*>(u"logStreams"_s)->isVisible());
}

void LogPaneTest::keepsItsLook()
{
    LogPaneBench b;
    b.bar().action(LogBar::Switch::Wrap)->setChecked(true);
    b.bar().action(LogBar::Switch::Time)->setChecked(false);
    QSettings settings(b.folder.filePath(u"look.ini"_s), QSettings::IniFormat);
    b.pane.save(settings);
    LogPaneBench other;
    other.pane.restore(settings);
    QVERIFY(other.pane.view().options().wrap);
    QVERIFY(!other.pane.view().options().showTime);
}

void LogPaneTest::narrowRowKeepsTheMenu()
{
    LogPaneBench b;
    b.pane.resize(420, 300);
    QCoreApplication::processEvents();
    QVERIFY(b.bar().width() <= 420);
    QVERIFY(b.bar().followSwitch()->isVisible());
    QVERIFY(b.bar().field()->isVisible());
    QVERIFY(b.bar().menu()->actions().contains(b.bar().action(LogBar::Switch::Wrap)));
}

/// A million lines a second for a while: the window's loop goes on turning, and every line is there in the end.
void LogPaneTest::floodDoesNotStall()
{
    LogPaneBench b;
    b.write("begin\n", 1);
    b.open();
    QTRY_COMPARE(b.pane.lines().rowCount(), 1);
    QByteArray chunk;
    for (int i = 0; i < 10'000; ++i)
        chunk += "2026-01-02T10:11:12.123Z [INFO] api GET /products?page=2 200 7.9 ms id=12345678 line of a flood\n";
    std::atomic<int> lines = 1;
    std::unique_ptr<QThread> writer(QThread::create([&] {
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 100; ++i) {
            b.write(chunk, 2 + i);
            lines += 10'000;
            while (clock.elapsed() < (i + 1) * 10)
                QThread::usleep(500);
        }
    }));
    QElapsedTimer turn;
    qint64 longest = 0;
    QTimer beat;
    QObject::connect(&beat, &QTimer::timeout, &beat, [&] { longest = std::max(longest, turn.restart()); });
    turn.start();
    beat.start(5);
    writer->start();
    QTRY_VERIFY_WITH_TIMEOUT(writer->isFinished(), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(b.pane.lines().rowCount(), lines.load(), 10'000);
    qInfo("longest stall %lld ms", static_cast<long long>(longest));
    QVERIFY(b.pane.view().isFollowing());
    QVERIFY2(longest < 500, qPrintable(QString::number(longest))); // a busy machine, a debug build
}

QTEST_MAIN(LogPaneTest)
#include "tst_logpane.moc"
