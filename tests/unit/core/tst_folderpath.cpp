// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/folderpath.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

class FolderPathTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreAppended();
    void within_data();
    void within();
    void homeIsShort();
};

void FolderPathTest::namesAreAppended()
{
    QCOMPARE(pathIn(u"/srv/app"_s, u"a.js"_s), u"/srv/app/a.js"_s);
    QCOMPARE(pathIn(u"/"_s, u"a.js"_s), u"/a.js"_s);
    QCOMPARE(pathIn(u"C:/"_s, u"a.js"_s), u"C:/a.js"_s);
}

void FolderPathTest::within_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<bool>("within");
    QTest::newRow("itself") << u"/srv/app"_s << u"/srv/app"_s << true;
    QTest::newRow("in it") << u"/srv/app/a.js"_s << u"/srv/app"_s << true;
    QTest::newRow("deep in it") << u"/srv/app/b/c/a.js"_s << u"/srv/app"_s << true;
    QTest::newRow("longer name") << u"/srv/application"_s << u"/srv/app"_s << false;
    QTest::newRow("above") << u"/srv"_s << u"/srv/app"_s << false;
    QTest::newRow("the root") << u"/srv"_s << u"/"_s << true;
    QTest::newRow("a drive") << u"C:/srv"_s << u"C:/"_s << true;
}

void FolderPathTest::within()
{
    QFETCH(QString, path);
    QFETCH(QString, folder);
    QTEST(isWithin(path, folder), "within");
}

void FolderPathTest::homeIsShort()
{
    const QString home = QDir::homePath();
    QCOMPARE(shortFolder(home), u"~"_s);
    QCOMPARE(shortFolder(home + u"/a/b"_s), QDir::toNativeSeparators(u"~/a/b"_s));
    QCOMPARE(shortFolder(home + u"2/a"_s), QDir::toNativeSeparators(home + u"2/a"_s));
}

QTEST_GUILESS_MAIN(FolderPathTest)
#include "tst_folderpath.moc"
