// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/homelayout.h"
#include "core/logname.h"
#include "core/specfields.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

class NamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void home();
    void homeIsCleaned();
    void fileNames_data();
    void fileNames();
    void fileNamesAreAlwaysSafe();
    void appNames_data();
    void appNames();
};

void NamesTest::home()
{
    const HomeLayout layout(u"/h/.tropero"_s);
    QCOMPARE(layout.home(), u"/h/.tropero"_s);
    QCOMPARE(layout.appsFolder(), u"/h/.tropero/apps"_s);
    QCOMPARE(layout.appFile(u"api-1"_s), u"/h/.tropero/apps/api-1.json"_s);
    QCOMPARE(layout.previousFolder(), u"/h/.tropero/previous"_s);
    QCOMPARE(layout.previousFile(u"api-1"_s), u"/h/.tropero/previous/api-1.json"_s);
    QCOMPARE(layout.logsFolder(), u"/h/.tropero/logs"_s);
    QCOMPARE(layout.pidsFolder(), u"/h/.tropero/pids"_s);
    QCOMPARE(layout.runFolder(), u"/h/.tropero/run"_s);
    QCOMPARE(layout.daemonLock(), u"/h/.tropero/run/daemon.lock"_s);
    QCOMPARE(layout.guardLocksFolder(), u"/h/.tropero/run/guards"_s);
    QCOMPARE(layout.guardLock(u"api-1"_s), u"/h/.tropero/run/guards/api-1.lock"_s);
    QCOMPARE(layout.historyFile(), u"/h/.tropero/history.sqlite"_s);
    QCOMPARE(layout.daemonLog(), u"/h/.tropero/daemon.log"_s);
}

void NamesTest::homeIsCleaned()
{
    QCOMPARE(HomeLayout(u"/h//x/../y/"_s).runFolder(), u"/h/y/run"_s);
    QCOMPARE(HomeLayout(u"/"_s).home(), u"/"_s);
}

void NamesTest::fileNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"api-1.2"_s << u"api-1.2"_s;
    QTest::newRow("others") << u"my app/ñ_x:y\\z"_s << u"my-app---x-y-z"_s;
    QTest::newRow("empty") << QString() << u"app"_s;
    QTest::newRow("dot") << u"."_s << u"app"_s;
    QTest::newRow("dots") << u".."_s << u"app"_s;
    QTest::newRow("three dots") << u"..."_s << u"..."_s;
    QTest::newRow("path") << u"../../etc/passwd"_s << u"..-..-etc-passwd"_s;
    QTest::newRow("long") << QString(500, u'x') << QString(100, u'x');
}

void NamesTest::fileNames()
{
    QFETCH(QString, name);
    QTEST(sanitiseForFileName(name), "expected");
}

void NamesTest::fileNamesAreAlwaysSafe()
{
    QRandomGenerator random(3);
    for (int round = 0; round < 10'000; ++round) {
        QString name;
        const int length = random.bounded(130);
        for (int i = 0; i < length; ++i)
            name += QChar(static_cast<char16_t>(random.bounded(0x10000)));
        const QString safe = sanitiseForFileName(name);
        QVERIFY(!safe.isEmpty() && safe.size() <= 100);
        QVERIFY(safe != u"."_s && safe != u".."_s);
        for (const QChar c : safe)
            QVERIFY(c.unicode() < 128 && (c.isLetterOrNumber() || c == u'.' || c == u'-'));
    }
}

void NamesTest::appNames_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("expected");
    QTest::newRow("script") << u"server.js"_s << u"server"_s;
    QTest::newRow("path") << u"/srv/my app/server.js"_s << u"server"_s;
    QTest::newRow("windows path") << u"C:\\srv\\server.js"_s << u"server"_s;
    QTest::newRow("last dot") << u"app.server.js"_s << u"app.server"_s;
    QTest::newRow("command") << u"npm"_s << u"npm"_s;
    QTest::newRow("command line") << u"node app.js --foo"_s << u"node app"_s;
    QTest::newRow("dot file") << u".hidden"_s << u".hidden"_s;
    QTest::newRow("folder") << u"dir.d/sub/"_s << u"sub"_s;
    QTest::newRow("here") << u"."_s << u"app"_s;
    QTest::newRow("up") << u"../.."_s << u"app"_s;
    QTest::newRow("root") << u"/"_s << u"app"_s;
    QTest::newRow("empty") << QString() << u"app"_s;
    QTest::newRow("blanks") << u"  "_s << u"app"_s;
}

void NamesTest::appNames()
{
    QFETCH(QString, script);
    QTEST(defaultAppName(script), "expected");
}

QTEST_GUILESS_MAIN(NamesTest)
#include "tst_names.moc"
