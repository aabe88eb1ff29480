// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/instance.h"

#include "supervisionfixture.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace tropero;
using State = InstanceState;
using Kind = InstanceEvent::Kind;

namespace {

/// The number behind the word in the log, e.g. the pid in "child 123"; 0 when it is not there yet.
qint64 numberAfter(const QByteArray& log, const QString& word)
{
    const QRegularExpressionMatch match = QRegularExpression(u"(?:^|\\s)%1 (\\d+)"_s.arg(word)).match(QString::fromUtf8(log));
    return match.hasMatch() ? match.captured(1).toLongLong() : 0;
}

} // namespace

/// Nothing of an app's process tree survives a stop or a crash, whatever it is made of.
class TestInstanceTree : public QObject
{
    Q_OBJECT

private:
    static bool has(const QString& program) { return !QStandardPaths::findExecutable(program).isEmpty(); }

private Q_SLOTS:
    void initTestCase()
    {
        if (!has(u"setsid"_s))
            QSKIP("Unix programs are needed");
    }

    void ladderEndsWhatIgnoresSignals()
    {
        SupervisionFixture f;
        AppSpec spec = f.script(u"ignore-signals.sh"_s);
        spec.stop.killTimeout = Milliseconds(300);
        Instance* instance = f.make(spec);
        instance->start();
        QTRY_VERIFY(numberAfter(contentsOf(f.outLog()), u"child"_s) > 0);
        const qint64 child = numberAfter(contentsOf(f.outLog()), u"child"_s);
        QElapsedTimer timer;
        timer.start();
        instance->stop();
        QTRY_COMPARE(instance->status().state, State::Stopped);
        QVERIFY2(timer.elapsed() >= 295, QByteArray::number(timer.elapsed()).constData());
        QVERIFY2(timer.elapsed() < 1500, QByteArray::number(timer.elapsed()).constData());
        QVERIFY(!isRunning(child));
        QCOMPARE(instance->status().exitSignal, 9);
        QVERIFY(instance->status().reason.contains(u"killed"_s));
    }

    void politeOnesAreNotKilled()
    {
        if (!has(u"node"_s))
            QSKIP("Node is not installed");
        SupervisionFixture f;
        AppSpec spec = f.script(u"http.js"_s);
        spec.stop.killTimeout = Milliseconds(20'000);
        Instance* instance = f.make(spec);
        instance->start();
        QTRY_VERIFY(contentsOf(f.outLog()).contains("listening"));
        QElapsedTimer timer;
        timer.start();
        instance->stop();
        QTRY_COMPARE(instance->status().state, State::Stopped);
        QVERIFY(contentsOf(f.outLog()).contains("SIGINT: closing"));
        QVERIFY(timer.elapsed() < 5'000);
        QCOMPARE(instance->status().exitCode, 0);
    }

    void chosenSignal()
    {
        if (!has(u"node"_s))
            QSKIP("Node is not installed");
        SupervisionFixture f;
        AppSpec spec = f.script(u"http.js"_s);
        spec.stop.signal = u"SIGTERM"_s;
        Instance* instance = f.make(spec);
        instance->start();
        QTRY_VERIFY(contentsOf(f.outLog()).contains("listening"));
        instance->stop();
        QTRY_COMPARE(instance->status().state, State::Stopped);
        QVERIFY(contentsOf(f.outLog()).contains("SIGTERM: closing"));
    }

    void npmStart()
    {
        if (!has(u"npm"_s) || !has(u"node"_s))
            QSKIP("npm is not installed");
        SupervisionFixture f;
        AppSpec spec = f.script(u"npm"_s, {u"start"_s});
        spec.script = u"npm"_s;
        spec.cwd = target(u"npm-app"_s);
        spec.env.insert(u"npm_config_cache"_s, f.path(u"npm-cache"_s));
        spec.env.insert(u"npm_config_update_notifier"_s, u"false"_s);
        Instance* instance = f.make(spec);
        instance->start();
        QTRY_VERIFY_WITH_TIMEOUT(numberAfter(contentsOf(f.outLog()), u"child"_s) > 0, 30'000);
        const qint64 server = numberAfter(contentsOf(f.outLog()), u"server"_s);
        const qint64 child = numberAfter(contentsOf(f.outLog()), u"child"_s);
        QVERIFY(isRunning(server) && isRunning(child));
        QVERIFY(server != instance->status().pid);
        instance->stop();
        QTRY_COMPARE_WITH_TIMEOUT(instance->status().state, State::Stopped, 10'000);
        QVERIFY(!isRunning(server));
        QVERIFY(!isRunning(child));
    }

    void nobodyEscapesByDoubleFork_data()
    {
        QTest::addColumn<bool>("leave");
        QTest::newRow("stop") << false;
        QTest::newRow("exit of the root") << true;
    }
    void nobodyEscapesByDoubleFork()
    {
        QFETCH(bool, leave);
        if (!has(u"python3"_s))
            QSKIP("Python is not installed");
        SupervisionFixture f;
        AppSpec spec = f.script(u"double-fork.py"_s);
        spec.stop.killTimeout = Milliseconds(300);
        spec.restart.when = RestartPolicy::When::Never;
        if (leave)
            spec.env.insert(u"LEAVE"_s, u"1"_s);
        Instance* instance = f.make(spec);
        instance->start();
        QTRY_VERIFY(numberAfter(contentsOf(f.outLog()), u"daemon"_s) > 0);
        const qint64 daemon = numberAfter(contentsOf(f.outLog()), u"daemon"_s);
        if (!leave) {
            QVERIFY(isRunning(daemon));
            instance->stop();
        }
        QTRY_COMPARE(instance->status().state, State::Stopped);
        QVERIFY(!isRunning(daemon));
    }

    void killedParentLeavesNoChildren()
    {
        if (!has(u"node"_s))
            QSKIP("Node is not installed");
        SupervisionFixture f;
        AppSpec spec = f.script(u"tree.js"_s);
        spec.env.insert(u"DETACH"_s, u"1"_s);
        spec.restart.when = RestartPolicy::When::Never;
        Instance* instance = f.make(spec);
        instance->start();
        QTRY_VERIFY(numberAfter(contentsOf(f.outLog()), u"grandchild"_s) > 0);
        const qint64 grandchild = numberAfter(contentsOf(f.outLog()), u"grandchild"_s);
        QVERIFY(isRunning(grandchild));
        QVERIFY(instance->signal(u"SIGKILL"_s));
        QTRY_COMPARE(instance->status().state, State::Stopped);
        QCOMPARE(instance->status().exitSignal, 9);
        QVERIFY(!isRunning(grandchild));
        QVERIFY(!isRunning(numberAfter(contentsOf(f.outLog()), u"child"_s)));
    }

    void twoInstancesDoNotTouchEachOther()
    {
        if (!has(u"node"_s))
            QSKIP("Node is not installed");
        SupervisionFixture f;
        AppSpec spec = f.script(u"tree.js"_s);
        spec.env.insert(u"DETACH"_s, u"1"_s);
        Instance* first = f.make(spec, 0);
        Instance* second = f.make(spec, 1);
        first->start();
        second->start();
        QTRY_VERIFY(numberAfter(contentsOf(f.outLog(0)), u"grandchild"_s) > 0 && numberAfter(contentsOf(f.outLog(1)), u"grandchild"_s) > 0);
        first->stop();
        QTRY_COMPARE(first->status().state, State::Stopped);
        QVERIFY(!isRunning(numberAfter(contentsOf(f.outLog(0)), u"grandchild"_s)));
        QCOMPARE(second->status().state, State::Online);
        for (const QString& role : {u"parent"_s, u"child"_s, u"grandchild"_s})
            QVERIFY(isRunning(numberAfter(contentsOf(f.outLog(1)), role)));
    }

    void memoryLimitCountsTheTree()
    {
        if (!has(u"python3"_s))
            QSKIP("Python is not installed");
        SupervisionFixture f;
        AppSpec spec = f.script(u"memory.py"_s);
        spec.restart.memoryLimit = 60 * 1024 * 1024;
        spec.env.insert(u"MB"_s, u"100"_s);
        Instance* instance = f.make(spec);
        instance->start();
        QTRY_COMPARE_WITH_TIMEOUT(instance->status().restarts, 1, 20'000);
        QCOMPARE(f.count(Kind::MemoryLimit), 1);
        QVERIFY2(instance->status().reason.contains(u"60.0 MB"_s), qUtf8Printable(instance->status().reason));
        QVERIFY(!isRunning(f.events.first().pid));
    }

    void shellCommand()
    {
        SupervisionFixture f;
        AppSpec spec = f.subject({});
        spec.script = u"echo one; echo \"two words\" >&2; sleep 1000"_s;
        Instance* instance = f.make(spec);
        instance->start();
        QTRY_COMPARE(contentsOf(f.errorLog()), "two words\n");
        QCOMPARE(contentsOf(f.outLog()), "one\n");
        instance->stop();
        QTRY_COMPARE(instance->status().state, State::Stopped);
        QVERIFY(f.tree.isEmpty("app/0"));
    }

    void pathsWithSpacesAndAccents()
    {
        SupervisionFixture f;
        const QString folder = f.path(u"mi \u00f1and\u00fa's \"app\""_s);
        QDir().mkpath(folder);
        QVERIFY(writeText(folder + u"/el guion.sh"_s, "echo \"$PWD|$1\"\nsleep 1000\n"));
        AppSpec spec = f.subject({u"a 'b' \"c\" \u00fc"_s});
        spec.cwd = folder;
        spec.script = u"./el guion.sh"_s;
        Instance* instance = f.make(spec);
        instance->start();
        QTRY_COMPARE(QString::fromUtf8(contentsOf(f.outLog())), folder + u"|a 'b' \"c\" \u00fc\n"_s);
    }

    void pythonIsNotBuffered()
    {
        if (!has(u"python3"_s))
            QSKIP("Python is not installed");
        SupervisionFixture f;
        AppSpec spec = f.script(u"server.py"_s);
        Instance* instance = f.make(spec);
        instance->start();
        QTRY_VERIFY(contentsOf(f.outLog()).contains("listening"));
    }
};

QTEST_GUILESS_MAIN(TestInstanceTree)
#include "test_instancetree.moc"
