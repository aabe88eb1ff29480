// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/commandprocessor.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

/// Lines that cmd.exe reads; that the arguments arrive is shown with the real one in tests/windows.
class TestCommandProcessor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arguments_data()
    {
        QTest::addColumn<QString>("argument");
        QTest::addColumn<QString>("written");
        QTest::newRow("plain") << u"run"_s << u"run"_s;
        QTest::newRow("path") << u"C:\\a\\b.js"_s << u"C:\\a\\b.js"_s;
        QTest::newRow("empty") << QString() << u"\"\""_s;
        QTest::newRow("space") << u"a b"_s << u"\"a b\""_s;
        QTest::newRow("last backslash") << u"C:\\a\\"_s << u"\"C:\\a\\\\\""_s;
        QTest::newRow("quote") << u"a\"b"_s << u"\"a\"\"b\""_s;
        QTest::newRow("backslash and quote") << u"a\\\"&calc"_s << u"\"a\\\\\"\"&calc\""_s;
        QTest::newRow("command") << u"&calc"_s << u"\"&calc\""_s;
        QTest::newRow("variable") << u"%PATH%"_s << u"\"%%cd:~,%PATH%%cd:~,%\""_s;
        QTest::newRow("delayed variable") << u"!PATH!"_s << u"\"!PATH!\""_s;
        QTest::newRow("caret") << u"a^b"_s << u"\"a^b\""_s;
        QTest::newRow("accents") << u"ñ"_s << u"\"ñ\""_s;
    }

    void arguments()
    {
        QFETCH(QString, argument);
        QFETCH(QString, written);
        QCOMPARE(batchCommandLine(u"C:\\x.cmd"_s, {argument}), u"/d /e:ON /v:OFF /s /c \"\"C:\\x.cmd\" "_s + written + u'"');
    }

    void whatCannotBeWritten_data()
    {
        QTest::addColumn<QString>("argument");
        QTest::newRow("line feed") << u"a\nb"_s;
        QTest::newRow("carriage return") << u"a\rb"_s;
        QTest::newRow("NUL") << u"a"_s + QChar(u'\0');
    }

    void whatCannotBeWritten()
    {
        QFETCH(QString, argument);
        QCOMPARE(batchCommandLine(u"x.cmd"_s, {argument}).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(shellCommandLine(u"echo"_s, {argument}).error().code, ErrorCode::InvalidArgument);
    }

    void aLineForTheShellStaysAsItIs()
    {
        QCOMPARE(shellCommandLine(u" set A=1&& node x.js "_s, {u"a b"_s}), u"/d /e:ON /v:OFF /s /c \"set A=1&& node x.js \"a b\"\""_s);
    }
};

QTEST_APPLESS_MAIN(TestCommandProcessor)
#include "test_commandprocessor.moc"
