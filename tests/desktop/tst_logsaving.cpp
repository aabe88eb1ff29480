// SPDX-License-Identifier: GPL-3.0-or-later
// Lines that leave the pane: saved and copied.
#include "logpanebench.h"

#include "desktop/logbar.h"
#include "desktop/logpane.h"
#include "desktop/logview.h"
#include "models/logexport.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QSignalSpy>
#include <QtTest>

#include <atomic>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

class LogSavingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesLines();
    void marksAreSavedAndCopied();
};

void LogSavingTest::savesLines()
{
    LogPaneBench b;
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

void LogSavingTest::marksAreSavedAndCopied()
{
    LogPaneBench b;
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

QTEST_MAIN(LogSavingTest)
#include "tst_logsaving.moc"
