// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/logprinter.h"
#include "cli/terminaltext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

class TestLogPrinter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void harmless_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("plain") << QByteArray("hello\tworld") << QByteArray("hello\tworld");
        QTest::newRow("accents") << QByteArray("café 日本") << QByteArray("café 日本");
        QTest::newRow("colours") << QByteArray("\x1b[1;31mred\x1b[0m") << QByteArray("\x1b[1;31mred\x1b[0m\x1b[0m");
        QTest::newRow("true colour") << QByteArray("\x1b[38:2:1:2:3mx") << QByteArray("\x1b[38:2:1:2:3mx\x1b[0m");
        QTest::newRow("carriage return at the end") << QByteArray("windows\r") << QByteArray("windows");
        QTest::newRow("carriage return inside") << QByteArray("10%\r20%") << QByteArray("10%␍20%");
        QTest::newRow("clear screen") << QByteArray("\x1b[2J") << QByteArray("␛[2J");
        QTest::newRow("title") << QByteArray("\x1b]0;pwned\x07") << QByteArray("␛]0;pwned␇");
        QTest::newRow("clipboard") << QByteArray("\x1b]52;c;cHduZWQ=\x1b\\") << QByteArray("␛]52;c;cHduZWQ=␛\\");
        QTest::newRow("one byte CSI") << QByteArray("\xc2\x9b" "2J") << QByteArray("\xef\xbf\xbd" "2J");
        QTest::newRow("NUL and DEL") << QByteArray("a\0b\x7f", 4) << QByteArray("a␀b␡");
        QTest::newRow("half UTF-8") << QByteArray("\xe6\x97") << QByteArray("\xef\xbf\xbd");
        QTest::newRow("ESC at the end") << QByteArray("x\x1b") << QByteArray("x␛");
        QTest::newRow("unfinished colour") << QByteArray("\x1b[31") << QByteArray("␛[31");
    }
    void harmless()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        const QByteArray result = harmlessText(text);
        if (QTest::currentDataTag() == QByteArray("half UTF-8"))
            QVERIFY(!result.isEmpty() && result.startsWith(expected));
        else
            QCOMPARE(result, expected);
    }

    void cutsToWidth_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("width");
        QTest::addColumn<QString>("expected");
        QTest::newRow("fits") << u"abc"_s << 3 << u"abc"_s;
        QTest::newRow("longer") << u"abcd"_s << 3 << u"abc"_s;
        QTest::newRow("colours take no room") << u"\x1b[31mab\x1b[0mcd"_s << 3 << u"\x1b[31mab\x1b[0mc\x1b[0m"_s;
        QTest::newRow("wide characters") << u"日本語"_s << 5 << u"日本"_s;
        QTest::newRow("emoji") << u"a🚀b"_s << 3 << u"a🚀"_s;
        QTest::newRow("tab") << u"a\tb"_s << 2 << u"a "_s;
        QTest::newRow("no room") << u"abc"_s << 0 << QString();
    }
    void cutsToWidth()
    {
        QFETCH(QString, text);
        QFETCH(int, width);
        QTEST(cutToWidth(text, width), "expected");
    }

    void highlights_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("expected");
        QTest::newRow("every one, in any case") << u"Err err"_s << u"ERR"_s << u"\x1b[7mErr\x1b[27m \x1b[7merr\x1b[27m"_s;
        QTest::newRow("not in colours") << u"\x1b[31m31\x1b[0m"_s << u"31"_s << u"\x1b[31m\x1b[7m31\x1b[27m\x1b[0m"_s;
        QTest::newRow("none") << u"abc"_s << u"x"_s << u"abc"_s;
        QTest::newRow("nothing to look for") << u"abc"_s << QString() << u"abc"_s;
    }
    void highlights()
    {
        QFETCH(QString, text);
        QFETCH(QString, word);
        QTEST(withHighlights(text, word), "expected");
    }

    void timeFormats()
    {
        QCOMPARE(qtTimeFormat(u"YYYY-MM-DD HH:mm:ss.SSS"_s), u"yyyy-MM-dd HH:mm:ss.zzz"_s);
        QCOMPARE(qtTimeFormat(u"YYYY-MM-DDTHH:mm:ss"_s), u"yyyy-MM-dd'T'HH:mm:ss"_s);
        QCOMPARE(qtTimeFormat(u"yyyy"_s), u"yyyy"_s);
    }
};

QTEST_GUILESS_MAIN(TestLogPrinter)
#include "test_logprinter.moc"
