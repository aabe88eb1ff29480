// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ansitext.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace tropero;
using namespace Qt::StringLiterals;

class AnsiTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_data();
    void text();
    void spans();
    void styleGoesOnOverLines();
    void extendedColors();
    void arbitraryBytesNeverBreakIt();
};

void AnsiTextTest::text_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << "hello"_ba << u"hello"_s;
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("utf-8") << QByteArray("caf\xc3\xa9 \xf0\x9f\x90\x84") << u"caf\u00e9 \U0001F404"_s;
    QTest::newRow("broken utf-8") << QByteArray("a\xc3") << u"a\ufffd"_s;
    QTest::newRow("sgr") << "\x1b[31mred\x1b[0m"_ba << u"red"_s;
    QTest::newRow("cursor movement") << "a\x1b[2K\x1b[1Gb\x1b[?25l"_ba << u"ab"_s;
    QTest::newRow("title, BEL") << "\x1b]0;title\x07text"_ba << u"text"_s;
    QTest::newRow("link, ST") << "\x1b]8;;http://x\x1b\\here\x1b]8;;\x1b\\"_ba << u"here"_s;
    QTest::newRow("charset") << "\x1b(Bx"_ba << u"x"_s;
    QTest::newRow("unfinished sequence") << "x\x1b[31"_ba << u"x"_s;
    QTest::newRow("escape at the end") << "x\x1b"_ba << u"x"_s;
    QTest::newRow("carriage return starts over") << "10 %\r50 %\r100 %"_ba << u"100 %"_s;
    QTest::newRow("carriage return at the end") << "windows\r"_ba << u"windows"_s;
    QTest::newRow("NUL and BEL are seen") << QByteArray("a\0b\x07", 4) << u"a\u2400b\u2407"_s;
    QTest::newRow("tab stays") << "a\tb"_ba << u"a\tb"_s;
}

void AnsiTextTest::text()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, shown);
    AnsiStyle style;
    QCOMPARE(parseAnsi(bytes, style).text, shown);
}

void AnsiTextTest::spans()
{
    AnsiStyle style;
    const AnsiLine line = parseAnsi("plain \x1b[1;31mbold red\x1b[22m red\x1b[m end"_ba, style);
    QCOMPARE(line.text, u"plain bold red red end"_s);
    QCOMPARE(line.spans.size(), 2);
    QCOMPARE(line.spans.at(0).start, 6);
    QCOMPARE(line.spans.at(0).length, 8);
    QVERIFY(line.spans.at(0).style.bold);
    QCOMPARE(line.spans.at(0).style.foreground, (AnsiColor{AnsiColor::Kind::Indexed, 1}));
    QCOMPARE(line.spans.at(1).start, 14);
    QCOMPARE(line.spans.at(1).length, 4);
    QVERIFY(!line.spans.at(1).style.bold);
    QCOMPARE(style, AnsiStyle{});
}

void AnsiTextTest::styleGoesOnOverLines()
{
    AnsiStyle style;
    parseAnsi("\x1b[33mbegin"_ba, style);
    QCOMPARE(style.foreground, (AnsiColor{AnsiColor::Kind::Indexed, 3}));
    const AnsiLine next = parseAnsi("still yellow"_ba, style);
    QCOMPARE(next.spans.size(), 1);
    QCOMPARE(ansiStyleAfter("\x1b[0m"_ba, style), AnsiStyle{});
    QCOMPARE(ansiStyleAfter("no escape"_ba, style), style);
}

void AnsiTextTest::extendedColors()
{
    AnsiStyle style;
    parseAnsi("\x1b[38;5;208;48;2;1;2;300;4m"_ba, style);
    QCOMPARE(style.foreground, (AnsiColor{AnsiColor::Kind::Indexed, 208}));
    QCOMPARE(style.background, (AnsiColor{AnsiColor::Kind::Rgb, 0x0102ff}));
    QVERIFY(style.underline);
    parseAnsi("\x1b[38:2::10:20:30m"_ba, style);
    QCOMPARE(style.foreground, (AnsiColor{AnsiColor::Kind::Rgb, 0x0a141e}));
    parseAnsi("\x1b[97;39;49m\x1b[38;5m"_ba, style);
    QCOMPARE(style.foreground, AnsiColor{});
    QCOMPARE(style.background, AnsiColor{});
}

void AnsiTextTest::arbitraryBytesNeverBreakIt()
{
    QRandomGenerator random(20);
    const QByteArray likely = "\x1b[;0123m]\x07\r\\38:5(B\t abc\xc3\xa9"_ba;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes;
        for (int length = random.bounded(40); length > 0; --length)
            bytes.append(random.bounded(4) == 0 ? static_cast<char>(random.bounded(256))
                                                : likely.at(random.bounded(int(likely.size()))));
        AnsiStyle style;
        const AnsiLine line = parseAnsi(bytes, style);
        QVERIFY(!line.text.contains(u'\x1b') && !line.text.contains(u'\r'));
        qsizetype end = 0;
        for (const AnsiSpan& span : line.spans) {
            QVERIFY(span.start >= end && span.length > 0);
            end = span.start + span.length;
        }
        QVERIFY(end <= line.text.size());
        QCOMPARE(ansiStyleAfter(bytes, {}), style);
    }
}

QTEST_GUILESS_MAIN(AnsiTextTest)
#include "tst_ansitext.moc"
