// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/watchrules.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

class TestWatchRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rules_data()
    {
        QTest::addColumn<QStringList>("ignore");
        QTest::addColumn<QString>("path"); ///< relative to /app
        QTest::addColumn<bool>("counts");
        const auto row = [](const QStringList& ignore, const char* path, bool counts) {
            QTest::addRow("%s | %s", qUtf8Printable(ignore.join(u' ')), path) << ignore << QString::fromLatin1(path) << counts;
        };
        row({}, "server.js", true);
        row({}, "src/a/b.js", true);
        row({}, ".git/index", false);
        row({}, "src/.cache/x", false);
        row({}, ".env", false);
        row({}, "node_modules/x/index.js", false);
        row({}, "src/node_modules/x", false);
        row({}, "node_modules.js", true);
        row({}, "a.b/c", true);
        row({u"dist"_s}, "dist/a.js", false);
        row({u"dist"_s}, "src/dist/a.js", false);
        row({u"dist"_s}, "distance.js", true);
        row({u"dist"_s}, ".env", true); // own rules replace the usual ones
        row({u"dist/"_s}, "dist/a.js", false);
        row({u"./dist"_s}, "dist/a.js", false);
        row({u"./dist"_s}, "src/dist/a.js", true);
        row({u"src/gen"_s}, "src/gen/a/b.js", false);
        row({u"src/gen"_s}, "src/generator.js", true);
        row({u"src/gen"_s}, "lib/src/gen/a.js", true);
        row({u"*.log"_s}, "a.log", false);
        row({u"*.log"_s}, "logs/deep/a.log", false);
        row({u"*.log"_s}, "a.logic", true);
        row({u"logs/*"_s}, "logs/a.txt", false);
        row({u"logs/*"_s}, "logs/deep/a.txt", false);
        row({u"logs/*.log"_s}, "logs/deep/a.log", true);
        row({u"logs/**"_s}, "logs/a", false);
        row({u"logs/**"_s}, "logs2/a", true);
        row({u"**/*.tmp"_s}, "a.tmp", false);
        row({u"**/*.tmp"_s}, "x/y/a.tmp", false);
        row({u"src/**/*.tmp"_s}, "src/a.tmp", false);
        row({u"src/**/*.tmp"_s}, "src/x/y/a.tmp", false);
        row({u"src/**/*.tmp"_s}, "lib/a.tmp", true);
        row({u"**/cache/**"_s}, "a/cache/b", false);
        row({u"file?.js"_s}, "file1.js", false);
        row({u"file?.js"_s}, "file10.js", true);
        row({u"file[0-9].js"_s}, "filea.js", true);
        row({u"file[!0-9].js"_s}, "filea.js", false);
        row({u"*.{log,tmp}"_s}, "x/a.tmp", false);
        row({u"*.{log,tmp}"_s}, "x/a.js", true);
        row({u".*"_s}, "x/.env", false);
        row({u".*"_s}, "x/env", true);
        row({u"**/.*"_s}, "x/.env/deep", false);
        row({u"a (copy).js"_s}, "a (copy).js", false);
        row({u"/app/data"_s}, "data/a", false);
        row({u"/app/data/**/*.db"_s}, "data/x/a.db", false);
        row({u"/elsewhere"_s}, "elsewhere", true);
        row({uR"([\/\\]\.|node_modules)"_s}, ".git/index", false);
        row({uR"([\/\\]\.|node_modules)"_s}, "src/.x", false);
        row({uR"([\/\\]\.|node_modules)"_s}, "a/node_modules/b", false);
        row({uR"([\/\\]\.|node_modules)"_s}, "a.js", true);
        row({uR"(/\.tmp$/i)"_s}, "A.TMP", false);
        row({uR"(/\.tmp$/i)"_s}, "a.tmpl", true);
        row({uR"(^logs)"_s}, "logs/a", false);
        row({uR"(^logs)"_s}, "src/logs", true);
        row({u"[unfinished|"_s}, "a.js", true); // neither glob nor expression, and no harm
        row({u"a"_s, u"b"_s}, "x/b/y", false);
        row({QString()}, "a.js", true);
    }
    void rules()
    {
        QFETCH(QStringList, ignore);
        QFETCH(QString, path);
        QFETCH(bool, counts);
        const WatchRules rules(u"/app"_s, {u"/app"_s}, ignore, {});
        QCOMPARE(rules.countsFile(u"/app/"_s + path), counts);
    }

    void watchedFoldersCountWhateverTheirName()
    {
        const WatchRules rules(u"/home/.config/app"_s, {u"/home/.config/app"_s, u"/home/.config/app/node_modules/mine"_s, u"/other/.x"_s}, {}, {});
        QVERIFY(rules.countsFile(u"/home/.config/app/a.js"_s));
        QVERIFY(rules.countsFile(u"/home/.config/app/node_modules/mine/a.js"_s));
        QVERIFY(!rules.countsFile(u"/home/.config/app/node_modules/other/a.js"_s));
        QVERIFY(!rules.countsFile(u"/home/.config/app/node_modules/mine/node_modules/a.js"_s));
        QVERIFY(rules.countsFile(u"/other/.x/a.js"_s));
        QVERIFY(!rules.watchesFolder(u"/other/.x/.git"_s));
    }

    void foldersOutsideOfTheWorkingFolder()
    {
        const WatchRules rules(u"/srv/app"_s, {u"/srv/shared"_s}, {u"tmp"_s}, {});
        QVERIFY(rules.countsFile(u"/srv/shared/a.js"_s));
        QVERIFY(!rules.countsFile(u"/srv/shared/tmp/a.js"_s));
    }

    void extensions()
    {
        const WatchRules rules(u"/app"_s, {u"/app"_s}, {}, {u"js"_s, u".json"_s});
        QVERIFY(rules.countsFile(u"/app/a.js"_s));
        QVERIFY(rules.countsFile(u"/app/A.JSON"_s));
        QVERIFY(!rules.countsFile(u"/app/a.txt"_s));
        QVERIFY(!rules.countsFile(u"/app/js"_s));
        QVERIFY(!rules.countsFile(u"/app/.git/a.js"_s));
        QVERIFY(rules.watchesFolder(u"/app/src"_s));
    }

    void ownFiles()
    {
        WatchRules rules(u"/app"_s, {u"/app"_s}, {}, {});
        rules.setOwnFiles({u"/app/logs/out.log"_s});
        for (const char* own : {"out.log", "out.log.1", "out.log.idx", "out.log.1.idx"})
            QVERIFY(!rules.countsFile(u"/app/logs/"_s + QLatin1StringView(own)));
        QVERIFY(rules.countsFile(u"/app/logs/out.logic"_s));
        QVERIFY(rules.countsFile(u"/app/out.log"_s));
    }
};

QTEST_GUILESS_MAIN(TestWatchRules)
#include "test_watchrules.moc"
