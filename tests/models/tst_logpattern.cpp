// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/loglevel.h"
#include "models/logmatcher.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QtTest>

using namespace tropero;
using namespace Qt::StringLiterals;

namespace {

bool found(const QString& pattern, const QString& line, int options = LogPattern::Regex | LogPattern::MatchCase)
{
    const Result<LogPattern> made = LogPattern::make(pattern, options);
    return made && LogMatcher(*made).matches(line.toUtf8());
}

} // namespace

class LogPatternTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainText();
    void expressions_data();
    void expressions();
    void agreesWithPcre();
    void refusesWhatCannotBeBounded_data();
    void refusesWhatCannotBeBounded();
    void neverHangs_data();
    void neverHangs();
    void linesOfAText();
    void ranges();
    void levels_data();
    void levels();
    void escapesAreLeftOut();
    void jsonIsFolded();
};

void LogPatternTest::plainText()
{
    QVERIFY(found(u"a.b*"_s, u"xa.b*y"_s, LogPattern::MatchCase));
    QVERIFY(!found(u"a.b*"_s, u"xaabby"_s, LogPattern::MatchCase));
    QVERIFY(!found(u"Error"_s, u"an error"_s, LogPattern::MatchCase));
    QVERIFY(found(u"Error"_s, u"an error"_s, LogPattern::Plain));
    QVERIFY(found(u"ÄRGER"_s, u"viel ärger"_s, LogPattern::Plain));
}

void LogPatternTest::expressions_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("expected");
    QTest::newRow("alternatives") << u"timeout|refused"_s << u"connection refused"_s << true;
    QTest::newRow("begin") << u"^GET"_s << u"a GET"_s << false;
    QTest::newRow("end") << u"ms$"_s << u"12 ms"_s << true;
    QTest::newRow("word edge") << u"\\berr\\b"_s << u"an err."_s << true;
    QTest::newRow("no word edge") << u"\\berr\\b"_s << u"an error"_s << false;
    QTest::newRow("counted") << u"^\\d{3}$"_s << u"404"_s << true;
    QTest::newRow("counted too few") << u"^\\d{3,}$"_s << u"40"_s << false;
    QTest::newRow("one character of two bytes") << u"^.$"_s << u"é"_s << true;
    QTest::newRow("outside of the basic plane") << u"^[^a]{2}$"_s << u"😀é"_s << true;
    QTest::newRow("class") << u"[[:upper:]]{4}"_s << u"a WARN"_s << true;
    QTest::newRow("inline case") << u"(?i)warn"_s << u"a WARN"_s << true;
    QTest::newRow("brace as text") << u"{\"a\""_s << u"{\"a\":1}"_s << true;
    QTest::newRow("lazy") << u"a.*?b"_s << u"a--b"_s << true;
    QTest::newRow("empty line") << u"^$"_s << u""_s << true;
    QTest::newRow("named group") << u"(?<code>5\\d\\d)"_s << u"is 503"_s << true;
}

void LogPatternTest::expressions()
{
    QFETCH(QString, pattern);
    QFETCH(QString, line);
    QTEST(found(pattern, line), "expected");
}

/// Random expressions on random lines must be judged as QRegularExpression judges them.
void LogPatternTest::agreesWithPcre()
{
    QRandomGenerator random(7);
    const QStringList atoms{u"a"_s,   u"b"_s,    u"c"_s,     u"."_s,  u"[ab]"_s, u"[^a]"_s, u"\\w"_s, u"\\d"_s,
                            u"^"_s,   u"$"_s,    u"\\b"_s,   u"\\B"_s, u"é"_s,   u" "_s,    u"[a-c1]"_s, u"\\s"_s};
    const QStringList repeats{u""_s, u""_s, u""_s, u"*"_s, u"+"_s, u"?"_s, u"{2}"_s, u"{1,3}"_s, u"{0,1}"_s};
    const std::function<QString(int)> expression = [&](int depth) {
        QString text;
        for (int i = random.bounded(1, 4); i > 0; --i) {
            if (depth > 0 && random.bounded(4) == 0)
                text += u'(' + expression(depth - 1) + u')';
            else
                text += atoms.at(random.bounded(int(atoms.size())));
            const bool isAssertion = text.endsWith(u'^') || text.endsWith(u'$') || text.endsWith(u"\\b") || text.endsWith(u"\\B");
            if (!isAssertion) text += repeats.at(random.bounded(int(repeats.size())));
        }
        return random.bounded(4) == 0 && depth > 0 ? text + u'|' + expression(depth - 1) : text;
    };
    const QString letters = u"abc1 é.A"_s;
    int hits = 0;
    for (int round = 0; round < 3000; ++round) {
        const QString pattern = expression(2);
        const bool matchCase = random.bounded(2) == 0;
        const QRegularExpression pcre(pattern, matchCase ? QRegularExpression::NoPatternOption
                                                         : QRegularExpression::CaseInsensitiveOption);
        QVERIFY2(pcre.isValid(), qPrintable(pattern));
        const Result<LogPattern> made =
            LogPattern::make(pattern, LogPattern::Regex | (matchCase ? LogPattern::MatchCase : 0));
        QVERIFY2(made, qPrintable(pattern));
        LogMatcher matcher(*made);
        QByteArray text;
        QList<bool> expected;
        for (int i = 0; i < 6; ++i) {
            QString line;
            for (int length = random.bounded(1, 9); length > 0; --length)
                line += letters.at(random.bounded(int(letters.size())));
            expected.append(pcre.match(line).hasMatch());
            hits += expected.last() ? 1 : 0;
            QVERIFY2(matcher.matches(line.toUtf8()) == expected.last(), qPrintable(pattern + u" on '"_s + line + u'\''));
            text += line.toUtf8() + '\n';
        }
        QList<bool> actual(expected.size(), false);
        for (QByteArrayView rest = text; !rest.isEmpty();) {
            const LogMatcher::Line line = matcher.next(rest);
            if (!line.begin) break;
            actual[text.first(line.begin - text.constData()).count('\n')] = true;
            rest = rest.sliced(std::min<qsizetype>(line.end - rest.data() + 1, rest.size()));
        }
        QVERIFY2(actual == expected, qPrintable(pattern + u" in\n"_s + QString::fromUtf8(text)));
    }
    QVERIFY(hits > 1000);
}

void LogPatternTest::refusesWhatCannotBeBounded_data()
{
    QTest::addColumn<QString>("pattern");
    for (const char* pattern : {"(?=a)b", "(?!a)b", "(?<=a)b", "(a)\\1", "(a", "a)", "[a", "*a", "a{5000}", "\\", "\\q",
                                "((a{500}){500}){500}", "[z-a]", "[[:nothing:]]", "a{3,1}", "\\x{zz"})
        QTest::newRow(pattern) << QString::fromLatin1(pattern);
    QTest::newRow("depth") << QString(5000, u'(');
}

void LogPatternTest::refusesWhatCannotBeBounded()
{
    QFETCH(QString, pattern);
    const Result<LogPattern> made = LogPattern::make(pattern, LogPattern::Regex);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::InvalidArgument);
    QVERIFY(!made.error().why.isEmpty());
}

void LogPatternTest::neverHangs_data()
{
    QTest::addColumn<QString>("pattern");
    for (const char* pattern : {"(a+)+$", "(a|aa)+b", ".*.*.*.*=.*", "(.*)(.*)(.*)(.*)x", "a?a?a?a?a?a?a?a?a?a?a?a?aaaaaaaaaaaab",
                                "(a*)*c", "[ab]*a[ab]{12}c", "(x+x+)+y"})
        QTest::newRow(pattern) << QString::fromLatin1(pattern);
}

void LogPatternTest::neverHangs()
{
    QFETCH(QString, pattern);
    const Result<LogPattern> made = LogPattern::make(pattern, LogPattern::Regex);
    QVERIFY(made);
    LogMatcher matcher(*made);
    QByteArray line;
    QRandomGenerator random(1);
    for (int i = 0; i < 100'000; ++i)
        line += i < 50'000 ? 'a' : "ab"[random.bounded(2)];
    QElapsedTimer timer;
    timer.start();
    matcher.matches(line);
    matcher.ranges(QByteArrayView(line).first(8'000));
    QVERIFY2(timer.elapsed() < 3'000, qPrintable(QString::number(timer.elapsed())));
}

void LogPatternTest::linesOfAText()
{
    const auto made = LogPattern::make(u"two"_s, LogPattern::MatchCase);
    LogMatcher matcher(*made);
    const QByteArray text = "one\ntwo two\n\nthree two";
    const LogMatcher::Line first = matcher.next(text);
    QCOMPARE(QByteArray(first.begin, first.end - first.begin), QByteArray("two two"));
    const LogMatcher::Line second = matcher.next(QByteArrayView(text).sliced(first.end + 1 - text.constData()));
    QCOMPARE(QByteArray(second.begin, second.end - second.begin), QByteArray("three two"));
    QVERIFY(!matcher.next(QByteArrayView(text).first(4)).begin);
    // A match does not go over the end of a line.
    const auto over = LogPattern::make(u"one[^x]*two"_s, LogPattern::Regex);
    QVERIFY(!LogMatcher(*over).next(QByteArrayView(text).first(12)).begin);
}

void LogPatternTest::ranges()
{
    const auto made = LogPattern::make(u"\\d+|e"_s, LogPattern::Regex);
    const auto ranges = LogMatcher(*made).ranges(QByteArray("e 12 x345"));
    QCOMPARE(ranges.size(), 3);
    QCOMPARE(ranges.at(1).begin, 2);
    QCOMPARE(ranges.at(1).length, 2);
    QCOMPARE(ranges.at(2).begin, 6);
    QCOMPARE(ranges.at(2).length, 3);
}

void LogPatternTest::levels_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("expected");
    const auto row = [](const char* line, LogLevel level) {
        QTest::newRow(line) << QByteArray(line) << static_cast<int>(level);
    };
    row("info GET /cart 200", LogLevel::Info);
    row("2026-01-02T10:11:12.123Z [WARN] slow", LogLevel::Warning);
    row("[api] ERROR: no", LogLevel::Error);
    row("TypeError: Cannot read properties of undefined", LogLevel::Error);
    row("10:00:00 debug: x", LogLevel::Debug);
    row("the error was found", LogLevel::None);
    row("information for you", LogLevel::None);
    row("{\"level\":30,\"time\":1,\"msg\":\"a\"}", LogLevel::Info);
    row("{\"level\":50,\"msg\":\"a\"}", LogLevel::Error);
    row("{\"level\": \"warn\",\"message\":\"a\"}", LogLevel::Warning);
    row("{\"name\":\"app\",\"level\":20}", LogLevel::Debug);
    row("", LogLevel::None);
}

void LogPatternTest::levels()
{
    QFETCH(QByteArray, line);
    QTEST(static_cast<int>(levelOf(line)), "expected");
}

void LogPatternTest::escapesAreLeftOut()
{
    QCOMPARE(withoutEscapes(QByteArray("\x1b[1;31merror\x1b[0m x\n\x1b[32mb\n")), QByteArray("error x\nb\n"));
    QCOMPARE(withoutEscapes(QByteArray("\x1b]8;;http://a\x07link\x1b[3\nnext\x1b")), QByteArray("link\nnext"));
}

void LogPatternTest::jsonIsFolded()
{
    const auto pino = foldedJson("{\"level\":40,\"pid\":1,\"msg\":\"slow query\"}");
    QVERIFY(pino);
    QCOMPARE(pino->text, u"warn slow query"_s);
    QCOMPARE(pino->spans.first().length, 4);
    const auto winston = foldedJson("{\"level\":\"info\",\"message\":\"listening\"}");
    QCOMPARE(winston->text, u"info listening"_s);
    const auto failed = foldedJson("{\"level\":50,\"err\":{\"message\":\"boom\"},\"msg\":\"request failed\"}");
    QCOMPARE(failed->text, u"error request failed: boom"_s);
    QVERIFY(!foldedJson("{\"a\":1}"));
    QVERIFY(!foldedJson("{not json"));
}

QTEST_GUILESS_MAIN(LogPatternTest)
#include "tst_logpattern.moc"
