// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e.h"

#include <QCryptographicHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

/// Output to log files and back: exact, ordered, complete.
class LogsTest : public SandboxTest
{
    Q_OBJECT

private Q_SLOTS:
    void everyByteIsKept()
    {
        // Bytes without end of line, NUL, half UTF-8 sequences; the app ends right after writing.
        m_box->file(u"bytes.js"_s, R"(
            const crypto = require('crypto'), fs = require('fs');
            const all = Buffer.concat([crypto.randomBytes(3e6), Buffer.alloc(1.5e6, 'x'), Buffer.from([0, 0xc3, 0xe2, 0x82, 13, 10, 0])]);
            fs.writeFileSync('expected', all);
            for (let at = 0; at < all.length;) { try { at += fs.writeSync(1, all, at, Math.min(60000, all.length - at)); } catch (e) { if (e.code !== 'EAGAIN') throw e; } }
            process.kill(process.pid, 'SIGKILL');)");
        m_box->run({u"start"_s, u"bytes.js"_s, u"--no-autorestart"_s});
        QTRY_COMPARE_WITH_TIMEOUT(m_box->status(u"bytes"_s), u"stopped"_s, 60'000);
        QVERIFY(m_box->outLog(u"bytes"_s) == readAll(m_box->folder() + u"/expected"_s));
    }

    void streamsAreMergedInOrder()
    {
        m_box->file(u"both.sh"_s, "for i in 1 2 3 4 5; do echo out$i; sleep 0.02; echo err$i >&2; sleep 0.02; done; exec sleep 1000\n");
        RUN_OK({u"start"_s, u"both.sh"_s});
        QTRY_COMPARE(m_box->outLog(u"both"_s).count('\n'), 5);
        QTRY_VERIFY(m_box->run({u"logs"_s, u"both"_s, u"--nostream"_s, u"--raw"_s}).out.contains("err5"));
        const QByteArray merged = m_box->run({u"logs"_s, u"both"_s, u"--nostream"_s, u"--raw"_s}).out;
        QCOMPARE(merged, QByteArray("out1\nerr1\nout2\nerr2\nout3\nerr3\nout4\nerr4\nout5\nerr5\n"));
        QCOMPARE(m_box->run({u"logs"_s, u"both"_s, u"--nostream"_s, u"--raw"_s, u"--err"_s, u"--lines"_s, u"2"_s}).out, QByteArray("err4\nerr5\n"));
        QCOMPARE(m_box->run({u"logs"_s, u"both"_s, u"--nostream"_s, u"--raw"_s, u"--out"_s, u"--lines"_s, u"1"_s}).out, QByteArray("out5\n"));
    }

    void linesAsPairsAndWithHighlights()
    {
        RUN_OK({u"start"_s, u"echo.js"_s});
        QTRY_VERIFY(m_box->run({u"logs"_s, u"echo"_s, u"--nostream"_s, u"--raw"_s}).out.contains("oops"));
        QTRY_VERIFY(m_box->run({u"logs"_s, u"echo"_s, u"--nostream"_s, u"--raw"_s}).out.contains("hello"));
        const QByteArray pairs = m_box->run({u"logs"_s, u"echo"_s, u"--nostream"_s, u"--format"_s}).out;
        static const QRegularExpression out(u"^timestamp=\\d{4}-\\d\\d-\\d\\d-\\d\\d:\\d\\d:\\d\\d app=echo id=0 type=out message=hello $"_s, QRegularExpression::MultilineOption);
        QVERIFY2(out.match(QString::fromUtf8(pairs)).hasMatch(), pairs.constData());
        QVERIFY2(pairs.contains(" app=echo id=0 type=err message=oops\n"), pairs.constData());
        const QStringList highlighting{u"logs"_s, u"echo"_s, u"--nostream"_s, u"--highlight"_s, u"HELL"_s};
        const QByteArray colours = m_box->run(highlighting + QStringList{u"--color"_s}).out;
        QVERIFY2(colours.contains("\x1b[7mhell\x1b[27mo"), colours.constData());
        QVERIFY(!m_box->run(highlighting).out.contains('\x1b')); // into a file goes what was written
    }

    void followShowsWhatComes()
    {
        m_box->file(u"tick.js"_s, "let n = 0; setInterval(() => console.log('tick ' + n++), 20);");
        RUN_OK({u"start"_s, u"tick.js"_s});
        const auto logs = m_box->launch({u"logs"_s, u"tick"_s, u"--raw"_s, u"--lines"_s, u"1"_s});
        QByteArray seen;
        QTRY_VERIFY((seen += logs->readAllStandardOutput()).count('\n') > 30);
        const QList<QByteArray> lines = seen.left(seen.lastIndexOf('\n')).split('\n');
        const int first = lines.first().mid(5).toInt();
        for (int i = 0; i < lines.size(); ++i) QCOMPARE(lines.at(i), "tick " + QByteArray::number(first + i));
        logs->terminate();
        QVERIFY(logs->waitForFinished());
    }

    void rotationLosesAndDoublesNothing()
    {
        m_box->file(u"many.js"_s, R"(
            const fs = require('fs'); let text = '';
            for (let i = 0; i < 200000; i++) text += 'line ' + i + ' of the flood\n';
            const all = Buffer.from(text); fs.writeFileSync('expected', all);
            for (let at = 0; at < all.length;) { try { at += fs.writeSync(1, all, at, Math.min(50000, all.length - at)); } catch (e) { if (e.code !== 'EAGAIN') throw e; } })");
        m_box->file(u"many.json"_s, R"({"apps":[{"script":"many.js","restart":"never","log_max_size":"300K","log_keep":100}]})");
        m_box->run({u"start"_s, u"many.json"_s});
        QTRY_COMPARE_WITH_TIMEOUT(m_box->status(u"many"_s), u"stopped"_s, 60'000);
        const QString log = m_box->entry(u"many"_s)["pm2_env"_L1]["pm_out_log_path"_L1].toString();
        QByteArray whole;
        int pieces = 0;
        for (int i = 100; i > 0; --i) {
            const QByteArray piece = readAll(log + u'.' + QString::number(i));
            if (!piece.isEmpty()) ++pieces;
            whole += piece;
        }
        whole += readAll(log);
        QVERIFY(pieces > 5);
        QVERIFY(whole == readAll(m_box->folder() + u"/expected"_s));
    }

    void flushEmpties()
    {
        RUN_OK({u"start"_s, u"echo.js"_s});
        QTRY_VERIFY(!m_box->outLog(u"echo"_s).isEmpty());
        RUN_OK({u"flush"_s, u"echo"_s});
        QCOMPARE(m_box->outLog(u"echo"_s), QByteArray());
        RUN_OK({u"restart"_s, u"echo"_s});
        QTRY_COMPARE(m_box->outLog(u"echo"_s), QByteArray("hello \n"));
    }

    void datePrefixIsPutBeforeEachLine()
    {
        m_box->file(u"pieces.js"_s, "process.stdout.write('one '); setTimeout(() => process.stdout.write('line\\nsecond\\n'), 100); setInterval(() => {}, 1000);");
        RUN_OK({u"start"_s, u"pieces.js"_s, u"--log-date-format"_s, u"YYYY"_s});
        QTRY_COMPARE(m_box->outLog(u"pieces"_s).count('\n'), 2);
        const QByteArray year = QByteArray::number(QDate::currentDate().year());
        QCOMPARE(m_box->outLog(u"pieces"_s), year + ": one line\n" + year + ": second\n");
    }
};

QTEST_GUILESS_MAIN(LogsTest)
#include "tst_logs.moc"
