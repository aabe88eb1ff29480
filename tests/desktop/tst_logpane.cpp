// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakedaemon.h"

#include "client/daemonclient.h"
#include "core/logindex.h"
#include "desktop/chartcolors.h"
#include "desktop/colorlegend.h"
#include "desktop/highlightcolors.h"
#include "desktop/highlighteditor.h"
#include "desktop/highlightrow.h"
#include "desktop/logbar.h"
#include "desktop/logpane.h"
#include "desktop/logview.h"
#include "desktop/theme.h"
#include "models/logexport.h"

#include <QAction>
#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>
#include <QToolButton>
#include <QtTest>

#include <atomic>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

namespace {

struct Bench
{
    FakeDaemon daemon;
    Theme theme{*qApp};
    DaemonClient client{daemon.location()};
    QTemporaryDir folder;
    LogPane pane{client, theme};
    QString out = folder.filePath(u"web-0-out.log"_s);

    Bench()
    {
        pane.resize(1100, 400);
        pane.QWidget::show();
    }
    void write(const QByteArray& text, qint64 time) const
    {
        QFile file(out);
        QFile index(logIndexPath(out));
        if (!file.open(QIODevice::Append) || !index.open(QIODevice::Append)) return;
        index.write(encodeLogIndexEntry({file.size(), time}));
        file.write(text);
    }
    void open() { pane.show({{3, u"web"_s, out, folder.filePath(u"web-0-error.log"_s), folder.path()}}); }
    LogBar& bar() const { return pane.bar(); }
};

QByteArray numbered(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += (i % 10 == 0 ? "warn line " : "info line ") + QByteArray::number(i) + '\n';
    return text;
}

} // namespace

class LogPaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void searchesWhileTyping();
    void filtersByChips();
    void readsNothingUnseen();
    void jumpsToTime();
    void clearsAndFlushes();
    void savesLines();
    void streamsSideBySide();
    void highlightRules();
    void appsInColour();
    void marksAreSavedAndCopied();
    void keepsItsLook();
    void narrowRowKeepsTheMenu();
    void floodDoesNotStall();
};

void LogPaneTest::searchesWhileTyping()
{
    Bench b;
    b.write(numbered(1000), 1'000'000'000);
    b.open();
    QTRY_COMPARE(b.pane.lines().rowCount(), 1000);
    b.pane.focusSearch();
    QTest::keyClicks(b.bar().field(), u"line 77"_s);
    QTRY_COMPARE(b.pane.lines().hits(), 11);
    auto* count = b.bar().findChild<QLabel*>(u"dim"_s);
    QTRY_COMPARE(count->text(), u"11 found"_s);
    QTest::keyClick(b.bar().field(), Qt::Key_Return); // following: from the first row seen, then from the other end
    QTRY_COMPARE(count->text(), u"1 of 11"_s);
    QVERIFY(!b.pane.view().isFollowing());
    QTest::keyClick(b.bar().field(), Qt::Key_Return);
    QCOMPARE(count->text(), u"2 of 11"_s);
    QCOMPARE(b.pane.view().currentRow(), 770);
    QTest::keyClick(b.bar().field(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(b.pane.view().currentRow(), 77);
    b.bar().action(LogBar::Switch::Regex)->setChecked(true);
    b.bar().field()->setText(u"(line"_s);
    QTRY_VERIFY(b.bar().field()->property("failed").toBool());
    b.bar().field()->setText(u"e (77|88)$"_s);
    QTRY_COMPARE(b.pane.lines().hits(), 2);
    QVERIFY(!b.bar().field()->property("failed").toBool());
    b.bar().action(LogBar::Switch::OnlyMatches)->setChecked(true);
    QTRY_COMPARE(b.pane.lines().rowCount(), 2);
    QTest::keyClick(b.bar().field(), Qt::Key_Escape);
    QTRY_COMPARE(b.pane.lines().rowCount(), 1000);
}

void LogPaneTest::filtersByChips()
{
    Bench b;
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
    Bench b;
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

void LogPaneTest::jumpsToTime()
{
    Bench b;
    const QDateTime begin(QDate(2026, 1, 31), QTime(10, 0));
    for (int i = 0; i < 300; ++i)
        b.write("line " + QByteArray::number(i) + '\n', begin.addSecs(i).toMSecsSinceEpoch() * 1'000'000);
    b.pane.showTime(begin.addSecs(100).toMSecsSinceEpoch()); // before it is open
    b.open();
    QTRY_COMPARE(b.pane.view().currentRow(), 100);
    QTest::keyClick(&b.pane.view(), Qt::Key_G, Qt::ControlModifier);
    auto* question = b.pane.findChild<QInputDialog*>(u"timeQuestion"_s);
    QVERIFY(question);
    question->setTextValue(u"2026-01-31 10:03:20"_s);
    question->accept();
    QTRY_COMPARE(b.pane.view().currentRow(), 200);
    QSignalSpy failed(&b.pane, &LogPane::failed);
    QTest::keyClick(&b.pane.view(), Qt::Key_G, Qt::ControlModifier);
    QTRY_VERIFY(b.pane.findChild<QInputDialog*>(u"timeQuestion"_s));
    question = b.pane.findChild<QInputDialog*>(u"timeQuestion"_s);
    question->setTextValue(u"soon"_s);
    question->accept();
    QTRY_COMPARE(failed.size(), 1);
}

void LogPaneTest::clearsAndFlushes()
{
    Bench b;
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

void LogPaneTest::savesLines()
{
    Bench b;
    b.write("\x1b[31mred\x1b[0m one\nplain two\n", 1'000'000'000);
    b.open();
    QTRY_COMPARE(b.pane.lines().rowCount(), 2);
    b.bar().action(LogBar::Switch::Time)->setChecked(false);
    const auto save = [&](const QString& title, const QString& path) {
        for (QAction* action : b.pane.actions())
            if (action->text() == title) action->trigger();
        auto* dialog = b.pane.findChild<QFileDialog*>(u"exportDialog"_s);
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(path);
        delete dialog;
    };
    const auto content = [](const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QString plain = b.folder.filePath(u"plain.txt"_s);
    save(u"Save lines as\u2026"_s, plain);
    QTRY_COMPARE(content(plain), QByteArray("red one\nplain two\n"));
    const QString raw = b.folder.filePath(u"raw.txt"_s);
    save(u"Save lines with colours as\u2026"_s, raw);
    QTRY_COMPARE(content(raw), QByteArray("\x1b[31mred\x1b[0m one\nplain two\n"));
    QSignalSpy failed(&b.pane, &LogPane::failed);
    save(u"Save lines as\u2026"_s, b.folder.filePath(u"no/such/folder.txt"_s));
    QTRY_COMPARE(failed.size(), 1);
}

void LogPaneTest::streamsSideBySide()
{
    Bench b;
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
    Bench other;
    other.pane.restore(settings);
    QCOMPARE(other.bar().streams(), LogBar::Streams::SideBySide);
    QVERIFY(other.pane.view().options().sideBySide);
    b.bar().streamsAction(LogBar::Streams::Merged)->trigger();
    QVERIFY(!b.pane.view().findChild<QFrame*>(u"logStreams"_s)->isVisible());
}

void LogPaneTest::highlightRules()
{
    Bench b;
    b.write("a quiet line\na slow line\n", 1'000'000'000);
    b.open();
    QTRY_COMPARE(b.pane.lines().rowCount(), 2);
    QSignalSpy changed(&b.pane, &LogPane::highlightsChanged);
    QTest::keyClick(&b.pane.view(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    auto* editor = b.pane.findChild<HighlightEditor*>();
    QVERIFY(editor);
    auto* add = editor->findChild<QPushButton*>(u"addRule"_s);
    QTest::mouseClick(add, Qt::LeftButton);
    QList<HighlightRow*> rows = editor->findChildren<HighlightRow*>();
    QCOMPARE(rows.size(), 1);
    QTest::keyClicks(rows.first()->field(), u"slow"_s);
    QCOMPARE(changed.size(), 4);
    const QList<LogHighlight> rules = LogHighlights::fromJson(changed.last().first().toString());
    QCOMPARE(rules.size(), 1);
    QCOMPARE(rules.first().text, u"slow"_s);
    // Drawn behind what matches, and only there.
    const QColor behind = highlightColor(b.theme.tokens(), rules.first().color);
    const auto isColoured = [&](int row) {
        const QImage image = b.pane.view().viewport()->grab({0, 7 + row * b.pane.view().rowHeight(), 600, b.pane.view().rowHeight()}).toImage();
        for (int x = 0; x < image.width(); ++x)
            if (image.pixel(x, image.height() / 2) == behind.rgb()) return true;
        return false;
    };
    QVERIFY(isColoured(1));
    QVERIFY(!isColoured(0));
    // A second one that cannot be used is marked; the first goes on.
    QTest::mouseClick(add, Qt::LeftButton);
    HighlightRow* second = editor->findChildren<HighlightRow*>().last();
    second->field()->setText(u"(a"_s);
    QVERIFY(!second->field()->property("failed").toBool());
    for (QToolButton* button : second->findChildren<QToolButton*>())
        if (button->text() == u".*"_s) button->click();
    QVERIFY(second->field()->property("failed").toBool());
    QVERIFY(isColoured(1));
    Q_EMIT second->moveWanted(-1);
    QCOMPARE(editor->rules().first().text, u"(a"_s);
    Q_EMIT second->removeWanted();
    QCOMPARE(editor->rules(), rules);
    b.pane.setHighlights({});
    QVERIFY(!isColoured(1));
    for (const ThemeTokens& tokens : {lightTokens(), darkTokens()})
        for (int i = 0; i < LogHighlight::colors; ++i)
            QVERIFY2(contrastRatio(tokens.text, highlightColor(tokens, static_cast<LogHighlight::Color>(i))) >= 4.5, qPrintable(QString::number(i)));
}

void LogPaneTest::appsInColour()
{
    Bench b;
    b.write("of web\n", 1'000'000'000);
    QList<LogSubject> subjects{{3, u"web"_s, b.out, {}, {}, u"web"_s}};
    for (int i = 0; i < 2; ++i) {
        subjects.append({4 + i, u"api %1"_s.arg(i), b.folder.filePath(u"api-%1.log"_s.arg(i)), {}, {}, u"api"_s});
        QFile file(subjects.last().outFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("of api\n");
    }
    b.pane.show(subjects);
    QTRY_COMPARE(b.pane.lines().rowCount(), 3);
    QVERIFY(b.pane.legend().isVisible());
    const auto entries = [&] {
        QStringList texts;
        for (const QToolButton* button : b.pane.legend().findChildren<QToolButton*>(u"legendEntry"_s))
            if (button->defaultAction()) texts.append(button->text());
        return texts;
    };
    QCOMPARE(entries(), (QStringList{u"web"_s, u"api"_s})); // one for each app
    b.pane.legend().findChildren<QToolButton*>(u"legendEntry"_s).at(1)->click();
    QTRY_VERIFY(b.pane.legend().hiddenLabels().size() == 1);
    QTRY_VERIFY(b.pane.lines().rowCount() < 3);
    b.pane.legend().setHidden(u"web"_s, false);
    b.pane.legend().setHidden(u"api"_s, false);
    QTRY_COMPARE(b.pane.lines().rowCount(), 3);
    b.pane.legend().setHidden(u"api"_s, true);
    QTRY_COMPARE(b.pane.lines().rowCount(), 1);
    // Another selection begins with all of it; instances of one app each have a colour.
    b.pane.show(subjects.mid(1));
    QTRY_COMPARE(b.pane.lines().rowCount(), 2);
    QCOMPARE(entries(), (QStringList{u"api 0"_s, u"api 1"_s}));
    const QList<int> both = curveIndices({u"web"_s, u"api"_s});
    QVERIFY(both.first() != both.last());
    QCOMPARE(curveIndices({u"web"_s}).first(), both.first()); // whoever else is selected
    QCOMPARE(QSet<int>(both.begin(), both.end()).size(), 2);
}

void LogPaneTest::marksAreSavedAndCopied()
{
    Bench b;
    b.write("one\n", 1'000'000'000);
    b.write("two\n", 3'000'000'000);
    b.open();
    QTRY_COMPARE(b.pane.lines().rowCount(), 2);
    b.pane.lines().addMark(2'000'000'000, 3, u"restarted"_s, LogRow::Tone::Warning);
    b.pane.lines().addMark(9'000'000'000, 3, u"ended"_s, LogRow::Tone::Bad);
    QCOMPARE(b.pane.lines().rowCount(), 4);
    b.pane.view().selectAll();
    QCOMPARE(b.pane.view().selectedText(), u"one\n# restarted\ntwo\n# ended"_s);
    QCOMPARE(b.pane.view().selectedLines(), QByteArray("one\n# restarted\ntwo\n# ended\n"));
    const QString path = b.folder.filePath(u"a.txt"_s);
    const std::atomic<bool> cancel = false;
    QVERIFY(LogExport(b.pane.lines().store(), b.pane.lines().shownRuns(), path, {false, true, {{3, u"web"_s}}, b.pane.lines().shownMarks()}).run(cancel));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines.at(0).startsWith("1970-01-01T") && lines.at(0).endsWith(" web one"));
    QVERIFY(lines.at(1).startsWith("# 1970-01-01T") && lines.at(1).endsWith(" web restarted"));
    QVERIFY(lines.at(3).endsWith(" web ended"));
}

void LogPaneTest::keepsItsLook()
{
    Bench b;
    b.bar().action(LogBar::Switch::Wrap)->setChecked(true);
    b.bar().action(LogBar::Switch::Time)->setChecked(false);
    QSettings settings(b.folder.filePath(u"look.ini"_s), QSettings::IniFormat);
    b.pane.save(settings);
    Bench other;
    other.pane.restore(settings);
    QVERIFY(other.pane.view().options().wrap);
    QVERIFY(!other.pane.view().options().showTime);
}

void LogPaneTest::narrowRowKeepsTheMenu()
{
    Bench b;
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
    Bench b;
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
