// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/arguments.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

class ArgumentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splits_data();
    void splits();
    void joins();
    void everyListSurvives();
};

void ArgumentsTest::splits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("blanks") << u" \t\n "_s << QStringList();
    QTest::newRow("words") << u"a b  c"_s << QStringList({u"a"_s, u"b"_s, u"c"_s});
    QTest::newRow("blanks around") << u"  a\tb\n"_s << QStringList({u"a"_s, u"b"_s});
    QTest::newRow("double quotes") << u"a \"b c\" d"_s << QStringList({u"a"_s, u"b c"_s, u"d"_s});
    QTest::newRow("single quotes") << u"a 'b c' d"_s << QStringList({u"a"_s, u"b c"_s, u"d"_s});
    QTest::newRow("quotes inside a word") << u"--name=\"b c\"d"_s << QStringList({u"--name=b cd"_s});
    QTest::newRow("empty words") << u"\"\" '' a"_s << QStringList({QString(), QString(), u"a"_s});
    QTest::newRow("other quote inside") << u"\"it's\" '\"'"_s << QStringList({u"it's"_s, u"\""_s});
    QTest::newRow("escaped quote") << uR"(a\"b "c\"d")"_s << QStringList({u"a\"b"_s, u"c\"d"_s});
    QTest::newRow("windows path") << uR"(C:\a\b.js "C:\Program Files\x")"_s << QStringList({uR"(C:\a\b.js)"_s, uR"(C:\Program Files\x)"_s});
    QTest::newRow("backslashes before a quote") << uR"("C:\a b\\" c)"_s << QStringList({uR"(C:\a b\)"_s, u"c"_s});
    QTest::newRow("three before a quote") << uR"("a\\\"b")"_s << QStringList({uR"(a\"b)"_s});
    QTest::newRow("single quotes keep backslashes") << uR"('a\'b)"_s << QStringList({uR"(a\b)"_s});
    QTest::newRow("only backslashes") << uR"(\\ \)"_s << QStringList({uR"(\\)"_s, uR"(\)"_s});
    QTest::newRow("open quote") << u"a \"b c"_s << QStringList({u"a"_s, u"b c"_s});
    QTest::newRow("open at the end") << u"a \""_s << QStringList({u"a"_s, QString()});
    QTest::newRow("accents") << u"ñandú \"é à\""_s << QStringList({u"ñandú"_s, u"é à"_s});
    QTest::newRow("no shell") << u"$HOME * `x` a;b # c"_s
                              << QStringList({u"$HOME"_s, u"*"_s, u"`x`"_s, u"a;b"_s, u"#"_s, u"c"_s});
}

void ArgumentsTest::splits()
{
    QFETCH(QString, text);
    QTEST(splitArguments(text), "expected");
}

void ArgumentsTest::joins()
{
    QCOMPARE(joinArguments({}), QString());
    QCOMPARE(joinArguments({u"a"_s, u"b c"_s, QString(), u"C:\\x"_s}), u"a \"b c\" \"\" C:\\x"_s);
}

void ArgumentsTest::everyListSurvives()
{
    QRandomGenerator random(11);
    const QString alphabet = u"ab \\\"'\tñ\n="_s;
    for (int round = 0; round < 20'000; ++round) {
        QStringList list;
        const int words = random.bounded(4);
        for (int word = 0; word < words; ++word) {
            QString text;
            const int length = random.bounded(7);
            for (int i = 0; i < length; ++i)
                text += alphabet[random.bounded(static_cast<int>(alphabet.size()))];
            list.append(text);
        }
        QCOMPARE(splitArguments(joinArguments(list)), list);
    }
}

QTEST_GUILESS_MAIN(ArgumentsTest)
#include "tst_arguments.moc"
