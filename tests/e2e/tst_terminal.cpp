// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e.h"
#include "terminal.h"

#include <algorithm>

#include <signal.h>

using namespace Qt::StringLiterals;

/// What takes the whole terminal: "monit" and "list --watch".
class TerminalTest : public SandboxTest
{
    Q_OBJECT

private:
    static bool hasLine(const Terminal& terminal, const QList<QByteArray>& words)
    {
        return std::ranges::any_of(terminal.picture(), [&](const QByteArray& line) {
            return std::ranges::all_of(words, [&](const QByteArray& word) { return line.contains(word); });
        });
    }

private Q_SLOTS:
    void monitShowsAppsAndTheLogOfTheChosen()
    {
        m_box->file(u"tick.js"_s, "let n = 0; setInterval(() => console.log('tick ' + n++), 200);");
        RUN_OK({u"start"_s, u"idle.js"_s});
        RUN_OK({u"start"_s, u"tick.js"_s});
        Terminal terminal(*m_box, {u"monit"_s});
        QTRY_VERIFY(hasLine(terminal, {"idle", "online", "%", "MB"}) && hasLine(terminal, {"tick", "online"}));
        QTRY_VERIFY(terminal.shows("2 online"));
        QTRY_VERIFY(terminal.shows("Log of idle") && hasLine(terminal, {"up"}));
        terminal.type("\x1b[B");
        QTRY_VERIFY(terminal.shows("Log of tick") && terminal.shows("tick 1"));
        QTRY_VERIFY(terminal.shows("tick 5")); // what comes is followed
        terminal.type("\x1b[A");
        QTRY_VERIFY(terminal.shows("Log of idle") && !terminal.shows("tick 5"));
    }

    void monitActs()
    {
        RUN_OK({u"start"_s, u"idle.js"_s});
        Terminal terminal(*m_box, {u"monit"_s, u"idle"_s});
        QTRY_VERIFY(hasLine(terminal, {"idle", "online"}));
        terminal.type("s");
        QTRY_VERIFY(hasLine(terminal, {"\u203a", "idle", "stopped"})); // its line in the list
        QCOMPARE(m_box->status(u"idle"_s), u"stopped"_s);
        QTRY_VERIFY(terminal.shows("idle (id 0) was stopped"));
        terminal.type("s");
        QTRY_COMPARE(m_box->status(u"idle"_s), u"online"_s);
        const qint64 pid = m_box->pid(u"idle"_s);
        QTRY_VERIFY(terminal.shows("idle (id 0) was started"));
        terminal.type("r");
        QTRY_VERIFY(m_box->pid(u"idle"_s) != pid && m_box->restarts(u"idle"_s) == 1);
        QTRY_VERIFY(terminal.shows("idle (id 0) was restarted"));
    }

    void monitLeavesTheTerminalAsItWas_data()
    {
        QTest::addColumn<QByteArray>("keys");
        QTest::newRow("q") << QByteArray("q");
        QTest::newRow("escape") << QByteArray("\x1b");
        QTest::newRow("Ctrl+C") << QByteArray("\x03");
        QTest::newRow("SIGTERM") << QByteArray();
    }
    void monitLeavesTheTerminalAsItWas()
    {
        QFETCH(QByteArray, keys);
        RUN_OK({u"start"_s, u"idle.js"_s});
        Terminal terminal(*m_box, {u"monit"_s});
        QTRY_VERIFY(terminal.shows("idle"));
        QVERIFY(terminal.output().contains("\x1b[?1049h") && !terminal.isAsBefore());
        keys.isEmpty() ? terminal.program().terminate() : terminal.type(keys);
        QTRY_COMPARE(terminal.program().state(), QProcess::NotRunning);
        QCOMPARE(terminal.program().exitStatus(), QProcess::NormalExit);
        QCOMPARE(terminal.program().exitCode(), 0);
        QVERIFY(terminal.isAsBefore());
        QTRY_VERIFY(terminal.output().endsWith("\x1b[?25h\x1b[?1049l"));
        QCOMPARE(m_box->status(u"idle"_s), u"online"_s);
    }

    void monitFitsTheTerminal()
    {
        for (int i = 0; i < 12; ++i)
            RUN_OK({u"start"_s, u"idle.js"_s, u"--name"_s, u"app-%1"_s.arg(i), u"--no-autostart"_s});
        Terminal terminal(*m_box, {u"monit"_s}, 120, 40);
        QTRY_VERIFY(terminal.shows("app-11"));
        terminal.resize(50, 12);
        QTRY_COMPARE(terminal.picture().size(), 12);
        const QList<QByteArray> lines = terminal.picture();
        for (const QByteArray& line : lines)
            QVERIFY2(QString::fromUtf8(line).size() <= 50, line.constData());
        for (int i = 0; i < 11; ++i)
            terminal.type("j");
        QTRY_VERIFY(hasLine(terminal, {"\u203a", "app-11"})); // the chosen one is in view, wherever it is
    }

    void monitGoesOnWithoutDaemon()
    {
        RUN_OK({u"start"_s, u"idle.js"_s});
        Terminal terminal(*m_box, {u"monit"_s});
        QTRY_VERIFY(hasLine(terminal, {"idle", "online"}));
        killHard(m_box->daemonPid());
        QTRY_VERIFY_WITH_TIMEOUT(terminal.shows("The daemon is gone"), 15'000);
        QVERIFY(terminal.shows("idle"));
        QVERIFY(m_box->daemons().isEmpty()); // a watcher brings nothing back
        QCOMPARE(m_box->status(u"idle"_s), u"online"_s); // this does
        QTRY_VERIFY_WITH_TIMEOUT(!terminal.shows("The daemon is gone"), 15'000);
    }

    void listIsShownAnew()
    {
        Terminal terminal(*m_box, {u"list"_s, u"--watch"_s});
        QTRY_VERIFY(terminal.shows("No apps yet"));
        RUN_OK({u"start"_s, u"idle.js"_s});
        QTRY_VERIFY(hasLine(terminal, {"idle", "online"}));
        terminal.type("q");
        QTRY_COMPARE(terminal.program().state(), QProcess::NotRunning);
        QCOMPARE(terminal.program().exitCode(), 0);
        QVERIFY(terminal.isAsBefore());
    }

    void neitherWorksWithoutTerminal()
    {
        for (const QStringList& words : {QStringList{u"monit"_s}, QStringList{u"list"_s, u"--watch"_s}}) {
            const Outcome outcome = m_box->run(words);
            QCOMPARE(outcome.code, 1);
            QVERIFY2(outcome.err.contains("Needs a terminal"), outcome.err.constData());
        }
    }

    void unknownTargetIsRefused()
    {
        Terminal terminal(*m_box, {u"monit"_s, u"nothing"_s});
        QTRY_COMPARE(terminal.program().state(), QProcess::NotRunning);
        QCOMPARE(terminal.program().exitCode(), 1);
        QTRY_VERIFY(terminal.output().contains("nothing"));
        QVERIFY(!terminal.output().contains("\x1b[?1049h"));
    }
};

QTEST_GUILESS_MAIN(TerminalTest)
#include "tst_terminal.moc"
