// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsoncomments.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace tropero;

class JsonCommentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void strips_data();
    void strips();
    void parsesAfterwards();
    void positionsStay();
    void plainJsonIsUntouched();
    void anyBytesKeepTheirLength();
};

void JsonCommentsTest::strips_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const QByteArray& text, const QByteArray& expected) {
        QTest::newRow(name) << text << expected;
    };
    row("nothing", "", "");
    row("line", "1 // a\n2", "1     \n2");
    row("line at the end", "1 // a", "1     ");
    row("line with CR", "1 //a\r\n2", "1    \r\n2");
    row("block", "1 /* a */ 2", "1         2");
    row("block over lines", "/*a\nb*/1", "   \n   1");
    row("block like a line", "/*//*/1", "      1");
    row("line like a block", "///*\n1", "    \n1");
    row("stars", "/***/1", "     1");
    row("open block stays", "1 /* a", "1 /* a");
    row("slash star slash is open", "/*/ 1", "/*/ 1");
    row("lone slash", "1 / 2", "1 / 2");
    row("in a string", R"(["// a", "/* b */"])", R"(["// a", "/* b */"])");
    row("after an escaped quote", R"(["\"// a"])", R"(["\"// a"])");
    row("after an escaped backslash", R"(["\\"// a)", R"(["\\"    )");
    row("comma before ]", "[1,]", "[1 ]");
    row("comma before }", "{\"a\":1,}", "{\"a\":1 }");
    row("comma, spaces", "[1, \n\t]", "[1  \n\t]");
    row("comma, comment", "[1, // x\n]", "[1      \n]");
    row("comma in a string", R"(["a,]"])", R"(["a,]"])");
    row("string before a comma", R"(["a",])", R"(["a" ])");
    row("two commas: one stays wrong", "[1,,]", "[1, ]");
    row("comma between", "[1,2]", "[1,2]");
    row("comma before a string", "[1,\"]\"]", "[1,\"]\"]");
    row("open string", "[\"a // b", "[\"a // b");
    row("UTF-8", "\"ñ\" // ñ\n", "\"ñ\"      \n");
}

void JsonCommentsTest::strips()
{
    QFETCH(QByteArray, text);
    QTEST(withoutJsonComments(text), "expected");
}

void JsonCommentsTest::parsesAfterwards()
{
    const QByteArray text = R"(// config
{
  /* the app */
  "name": "a // b", // its name
  "url": "http://x/*y*/", "list": [1, 2, 3,], // more
  "last": {"x": true,},
})";
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(withoutJsonComments(text), &error).object();
    QCOMPARE(error.errorString(), QJsonParseError{}.errorString());
    QCOMPARE(object.size(), 4);
    QCOMPARE(object[u"name"].toString(), QStringLiteral("a // b"));
    QCOMPARE(object[u"url"].toString(), QStringLiteral("http://x/*y*/"));
}

void JsonCommentsTest::positionsStay()
{
    const QByteArray text = "{ // comment\n /* two */ \"a\": oops }";
    QJsonParseError error;
    QJsonDocument::fromJson(withoutJsonComments(text), &error);
    QVERIFY(error.error != QJsonParseError::NoError);
    QVERIFY(error.offset >= text.indexOf("oops"));
}

void JsonCommentsTest::plainJsonIsUntouched()
{
    const QByteArray text = R"({"a":[1,2,{"b":null}],"c":"d\\\"e","f":-1.5e3})";
    QCOMPARE(withoutJsonComments(text), text);
}

void JsonCommentsTest::anyBytesKeepTheirLength()
{
    QRandomGenerator random(7);
    const QByteArray alphabet("/*\"\\,]}[{\n\r a1\0\xc3\xb1", 17);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray text;
        const int length = random.bounded(24);
        for (int i = 0; i < length; ++i)
            text.append(alphabet[random.bounded(static_cast<int>(alphabet.size()))]);
        const QByteArray result = withoutJsonComments(text);
        QCOMPARE(result.size(), text.size());
        QCOMPARE(result.count('\n'), text.count('\n'));
        for (qsizetype i = 0; i < text.size(); ++i)
            QVERIFY(result[i] == text[i] || result[i] == ' ');
        // What is valid without comments means the same afterwards.
        const QJsonDocument plain = QJsonDocument::fromJson(text);
        if (!plain.isNull())
            QCOMPARE(QJsonDocument::fromJson(result), plain);
    }
}

QTEST_GUILESS_MAIN(JsonCommentsTest)
#include "tst_jsoncomments.moc"
