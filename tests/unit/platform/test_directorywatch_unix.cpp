// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/directorywatch.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tropero;
using namespace tropero::platform;

/// What only the system below can tell; how changes are told is tested with the watcher that uses it.
class TestDirectoryWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void missingFolders()
    {
        DirectoryWatch watch;
        const auto added = watch.add(u"/nowhere/at/all"_s, &everything);
        QVERIFY(!added);
        QCOMPARE(added.error().code, ErrorCode::NotFound);
        QCOMPARE(watch.watchCount(), 0);
    }

    void foldersThatMayNotBeRead()
    {
        if (::geteuid() == 0) QSKIP("root may read everything");
        QTemporaryDir folder;
        QDir(folder.path()).mkpath(u"closed/deep"_s);
        QDir(folder.path()).mkpath(u"open"_s);
        ::chmod(qPrintable(folder.filePath(u"closed"_s)), 0);
        DirectoryWatch watch;
        const bool below = watch.add(folder.path(), &everything).has_value();
        const auto itself = watch.add(folder.filePath(u"closed"_s), &everything);
        const qsizetype count = watch.watchCount();
        ::chmod(qPrintable(folder.filePath(u"closed"_s)), 0700);
        QVERIFY(below);
        QCOMPARE(count, 2);
        QVERIFY(!itself);
        QCOMPARE(itself.error().code, ErrorCode::PermissionDenied);
    }

    void aDeletedRootIsLost()
    {
        QTemporaryDir folder;
        QDir(folder.path()).mkpath(u"root/deep"_s);
        DirectoryWatch watch;
        QSignalSpy lost(&watch, &DirectoryWatch::lost);
        QVERIFY(watch.add(folder.filePath(u"root"_s), &everything));
        QCOMPARE(watch.watchCount(), 2);
        QVERIFY(QDir().rename(folder.filePath(u"root"_s), folder.filePath(u"other"_s)));
        QTRY_COMPARE(lost.size(), 1);
        QCOMPARE(lost.constFirst().constFirst().toString(), folder.filePath(u"root"_s));
        QCOMPARE(watch.watchCount(), 0);
    }

    void foldersThatComeAndGoFast()
    {
        QTemporaryDir folder;
        DirectoryWatch watch;
        QVERIFY(watch.add(folder.path(), &everything));
        for (int i = 0; i < 500; ++i) {
            QVERIFY(QDir(folder.path()).mkpath(u"a/b"_s));
            QVERIFY(QDir(folder.filePath(u"a"_s)).removeRecursively());
        }
        QVERIFY(QDir(folder.path()).mkpath(u"a/b"_s));
        QTRY_COMPARE(watch.watchCount(), 3);
        QSignalSpy changed(&watch, &DirectoryWatch::changed);
        QFile file(folder.filePath(u"a/b/file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(changed.constLast().at(0).toString(), folder.filePath(u"a/b"_s));
        QCOMPARE(changed.constLast().at(1).toString(), u"file"_s);
        QTRY_COMPARE(watch.watchCount(), 3);
    }

    void moreThanTheSystemCanTell()
    {
        QFile limit(u"/proc/sys/fs/inotify/max_queued_events"_s);
        QVERIFY(limit.open(QIODevice::ReadOnly));
        const int most = limit.readAll().trimmed().toInt();
        if (most > 100'000) QSKIP("this system can tell too many");
        QTemporaryDir folder;
        DirectoryWatch watch;
        QSignalSpy overflowed(&watch, &DirectoryWatch::overflowed);
        QVERIFY(watch.add(folder.path(), &everything));
        const QByteArray one = QFile::encodeName(folder.filePath(u"one"_s));
        const QByteArray two = QFile::encodeName(folder.filePath(u"two"_s));
        QVERIFY(::mkdir(one.constData(), 0700) == 0);
        for (int i = 0; i <= most / 2; ++i) { // two events each, while nobody reads
            QVERIFY(::rename(one.constData(), two.constData()) == 0);
            QVERIFY(::rename(two.constData(), one.constData()) == 0);
        }
        QVERIFY(QDir(folder.path()).mkpath(u"late/deep"_s)); // untold
        QTRY_COMPARE(overflowed.size(), 1);
        QTRY_COMPARE(watch.watchCount(), 4);
    }

    void clearedIsSilent()
    {
        QTemporaryDir folder;
        DirectoryWatch watch;
        QSignalSpy changed(&watch, &DirectoryWatch::changed);
        QVERIFY(watch.add(folder.path(), &everything));
        QDir(folder.path()).mkpath(u"a"_s);
        watch.clear();
        QCOMPARE(watch.watchCount(), 0);
        QVERIFY(watch.add(folder.path(), &everything));
        QCOMPARE(watch.watchCount(), 2);
    }

    void theLimitOfWatches()
    {
        // The real limit belongs to the whole user, so it is lowered in a namespace of our own, for this program run once more.
        if (qEnvironmentVariableIsEmpty("TROPERO_TEST_FEW_WATCHES")) {
            constexpr int exitNoNamespace = 99;
            QProcess again;
            again.start(u"unshare"_s, {u"--map-root-user"_s, u"sh"_s, u"-c"_s,
                                       u"echo 10 > /proc/sys/user/max_inotify_watches || exit 99; TROPERO_TEST_FEW_WATCHES=1 exec \"$0\" theLimitOfWatches"_s,
                                       QCoreApplication::applicationFilePath()});
            if (!again.waitForFinished() || again.exitCode() == exitNoNamespace || again.readAllStandardError().startsWith("unshare:"))
                QSKIP("no namespaces for users here");
            QVERIFY2(again.exitCode() == 0, again.readAllStandardOutput().constData());
            return;
        }
        QTemporaryDir folder;
        for (int i = 0; i < 50; ++i)
            QDir(folder.path()).mkpath(u"d%1"_s.arg(i));
        DirectoryWatch watch;
        const auto added = watch.add(folder.path(), &everything);
        QVERIFY(!added);
        QCOMPARE(added.error().code, ErrorCode::NoSpace);
        QVERIFY2(added.error().message().contains(u"max_user_watches"_s), qPrintable(added.error().message()));
        QCOMPARE(watch.watchCount(), 0);
    }

private:
    static bool everything(const QString&) { return true; }
};

QTEST_GUILESS_MAIN(TestDirectoryWatch)
#include "test_directorywatch_unix.moc"
