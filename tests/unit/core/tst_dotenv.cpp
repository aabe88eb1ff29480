// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dotenv.h"

#include <QTest>

using namespace tropero;
using namespace Qt::StringLiterals;

class DotenvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void values_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* name, const QByteArray& text, const QString& value) { QTest::newRow(name) << text << value; };
        row("plain", "A=b", u"b"_s);
        row("blanks", "  A  =  b c  ", u"b c"_s);
        row("empty", "A=", u""_s);
        row("export", "export A=b", u"b"_s);
        row("export with tab", "export\tA=b", u"b"_s);
        row("colon", "A: b", u"b"_s);
        row("comment", "A=b # c", u"b"_s);
        row("comment in quotes", "A=\"b # c\" # d", u"b # c"_s);
        row("single quotes", "A='b\\nc'", u"b\\nc"_s);
        row("double quotes", "A=\"b\\nc\"", u"b\nc"_s);
        row("backticks", "A=`it's \"b\"`", u"it's \"b\""_s);
        row("escaped quote", "A=\"b \\\" c\"", u"b \\\" c"_s);
        row("inner quotes", "A=b \"c\" d", u"b \"c\" d"_s);
        row("json", "A={\"b\": 1}", u"{\"b\": 1}"_s);
        row("equals in value", "A=postgres://u:p@h/d?a=b", u"postgres://u:p@h/d?a=b"_s);
        row("lines in quotes", "A=\"-----BEGIN\nx\n-----END\"", u"-----BEGIN\nx\n-----END"_s);
        row("crlf in quotes", "A=\"b\r\nc\"\r\n", u"b\nc"_s);
        row("byte order mark", "\xEF\xBB\xBF" "A=b", u"b"_s);
        row("old line ends", "A=b\rB=c", u"b"_s);
        row("no expansion", "A=$HOME/${B}", u"$HOME/${B}"_s);
        row("utf-8", "A=\xC3\xB1", u"ñ"_s);
    }

    void values()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, value);
        const DotenvFile file = parseDotenv(text);
        QVERIFY(!file.entries.isEmpty());
        QCOMPARE(file.entries.first().name, u"A"_s);
        QCOMPARE(file.entries.first().value, value);
        QVERIFY(file.problems.isEmpty());
    }

    void linesAreNumbered()
    {
        const DotenvFile file = parseDotenv("# first\n\nA=1\nB='x\ny'\nC=3\n");
        QCOMPARE(file.entries, (QList<DotenvEntry>{{u"A"_s, u"1"_s, 3, false}, {u"B"_s, u"x\ny"_s, 4, false}, {u"C"_s, u"3"_s, 6, false}}));
    }

    void theLastOfDuplicatesCounts()
    {
        const DotenvFile file = parseDotenv("A=1\nB=2\nA=3\n");
        QVERIFY(file.entries.at(0).duplicate);
        QVERIFY(!file.entries.at(1).duplicate && !file.entries.at(2).duplicate);
        QCOMPARE(file.environment(), (EnvironmentMap{{u"A"_s, u"3"_s}, {u"B"_s, u"2"_s}}));
    }

    void problems_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("entries");
        QTest::newRow("no equals sign") << QByteArray("just text") << 0;
        QTest::newRow("no name") << QByteArray("=value") << 0;
        QTest::newRow("wrong name") << QByteArray("A B=c") << 0;
        QTest::newRow("digit") << QByteArray("1A=c") << 1;
        QTest::newRow("open quote") << QByteArray("A=\"b") << 1;
        QTest::newRow("text after the quote") << QByteArray("A=\"b\" c") << 1;
        QTest::newRow("colour") << QByteArray("A=#fff") << 1;
    }

    void problems()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, entries);
        const DotenvFile file = parseDotenv("# x\n" + line + "\nZ=1\n");
        QCOMPARE(file.problems.size(), 1);
        QCOMPARE(file.problems.first().line, 2);
        QVERIFY(!file.problems.first().text.isEmpty());
        QCOMPARE(file.entries.size(), entries + 1);
        QCOMPARE(file.entries.last().name, u"Z"_s);
    }

    void anOpenQuoteHarmsOnlyItsLine()
    {
        const DotenvFile file = parseDotenv("A=\"b\nB=\"x\"\n");
        QCOMPARE(file.environment(), (EnvironmentMap{{u"A"_s, u"\"b"_s}, {u"B"_s, u"x"_s}}));
        QCOMPARE(file.problems.size(), 1);
    }

    void anythingIsRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("zeros") << QByteArray(1000, '\0');
        QTest::newRow("quotes") << QByteArray(1000, '"');
        QTest::newRow("equals") << QByteArray("=\n").repeated(500);
        QTest::newRow("not utf-8") << QByteArray("A=\xFF\xFE");
        QTest::newRow("backslash at the end") << QByteArray("A=\"\\");
        QTest::newRow("only export") << QByteArray("export");
    }

    void anythingIsRead()
    {
        QFETCH(QByteArray, text);
        const DotenvFile file = parseDotenv(text);
        QVERIFY(file.entries.size() <= text.size());
    }
};

QTEST_GUILESS_MAIN(DotenvTest)
#include "tst_dotenv.moc"
