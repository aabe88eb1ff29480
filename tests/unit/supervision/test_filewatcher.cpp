// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/filewatcher.h"

#include "supervisionfixture.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tropero;

namespace {

/// A folder that is watched, and what was said about it.
class Watched
{
    QTemporaryDir m_folder; // outlives its watcher

public:
    explicit Watched(WatchPolicy policy = {}, const QString& below = {})
    {
        if (!below.isEmpty())
            folder(below);
        watcher = std::make_unique<FileWatcher>(std::move(policy), path(below));
        QObject::connect(watcher.get(), &FileWatcher::changed, watcher.get(), [this](const QStringList& paths, qsizetype count) {
            bursts.append(paths);
            counts.append(count);
        });
    }

    QString path(const QString& name = {}) const { return name.isEmpty() ? m_folder.path() : m_folder.filePath(name); }
    void folder(const QString& name) const { QDir(m_folder.path()).mkpath(name); }
    void file(const QString& name, const QByteArray& text = "x") const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QVERIFY(writeText(path(name), text));
    }
    /// A change that counts is seen; what came before it and was not in its burst was not seen at all.
    bool hears(const QString& name)
    {
        file(name);
        return QTest::qWaitFor([&] { return !bursts.isEmpty(); }, 10'000) && bursts.size() == 1 && bursts.constFirst() == QStringList{name};
    }

    QList<QStringList> bursts;
    QList<qsizetype> counts;
    std::unique_ptr<FileWatcher> watcher;
};

WatchPolicy policyOf(const QStringList& paths, const QStringList& ignore = {}, const QStringList& extensions = {})
{
    WatchPolicy policy;
    policy.paths = paths;
    policy.ignore = ignore;
    policy.extensions = extensions;
    return policy;
}

} // namespace

class TestFileWatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writtenFilesAreSeen()
    {
        Watched box;
        box.file(u"server.js"_s, "old");
        QVERIFY(box.watcher->start());
        QVERIFY(box.watcher->isWatching());
        QVERIFY(box.hears(u"server.js"_s));
        QCOMPARE(box.counts.constFirst(), 1);
    }

    void whatWasThereBeforeIsNoChange()
    {
        Watched box;
        box.file(u"before.js"_s);
        box.file(u"src/before.js"_s);
        QVERIFY(box.watcher->start());
        QVERIFY(box.hears(u"after.js"_s));
    }

    void deletedAndMadeAnew()
    {
        Watched box;
        box.file(u"server.js"_s);
        QVERIFY(box.watcher->start());
        QVERIFY(QFile::remove(box.path(u"server.js"_s)));
        QTRY_COMPARE(box.bursts, QList<QStringList>{{u"server.js"_s}});
        box.file(u"server.js"_s);
        QTRY_COMPARE(box.bursts.size(), 2);
        box.file(u"server.js"_s, "again");
        QTRY_COMPARE(box.bursts.size(), 3);
        QCOMPARE(box.bursts.constLast(), QStringList{u"server.js"_s});
    }

    void editorsThatPutANewFileInPlace()
    {
        Watched box(policyOf({}, {u"*.new"_s}));
        box.file(u"server.js"_s);
        QVERIFY(box.watcher->start());
        for (int time = 1; time <= 3; ++time) {
            box.file(u"server.js.new"_s, QByteArray::number(time));
            QFile::remove(box.path(u"server.js"_s));
            QVERIFY(QFile::rename(box.path(u"server.js.new"_s), box.path(u"server.js"_s)));
            QTRY_COMPARE(box.bursts.size(), time);
            QCOMPARE(box.bursts.constLast(), QStringList{u"server.js"_s});
        }
    }

    void aSingleFileIsWatchedAlone()
    {
        Watched box(policyOf({u"src/server.js"_s}));
        box.file(u"src/server.js"_s);
        box.file(u"src/deep/a.js"_s);
        QVERIFY(box.watcher->start());
        QCOMPARE(box.watcher->watchCount(), 1);
        box.file(u"src/other.js"_s);
        box.file(u"src/deep/a.js"_s);
        QVERIFY(box.hears(u"src/server.js"_s));
        box.file(u"src/server.js.new"_s);
        QFile::remove(box.path(u"src/server.js"_s));
        QVERIFY(QFile::rename(box.path(u"src/server.js.new"_s), box.path(u"src/server.js"_s)));
        QTRY_COMPARE(box.bursts.size(), 2);
    }

    void newSubFolders()
    {
        Watched box;
        QVERIFY(box.watcher->start());
        box.file(u"a/b/c/first.js"_s);
        QTRY_COMPARE(box.bursts.size(), 1);
        QVERIFY(box.bursts.constFirst().contains(u"a/b/c/first.js"_s));
        box.file(u"a/b/c/second.js"_s);
        QTRY_COMPARE(box.bursts.size(), 2);
        QCOMPARE(box.bursts.constLast(), QStringList{u"a/b/c/second.js"_s});
    }

    void foldersThatAreRenamed()
    {
        Watched box;
        box.file(u"old/deep/a.js"_s);
        box.folder(u"outside"_s);
        QVERIFY(box.watcher->start());
        QVERIFY(QDir().rename(box.path(u"old"_s), box.path(u"new"_s)));
        QTRY_COMPARE(box.bursts.size(), 1);
        QVERIFY(box.bursts.constFirst().contains(u"new/deep/a.js"_s));
        box.file(u"new/deep/a.js"_s);
        QTRY_COMPARE(box.bursts.size(), 2);
        QCOMPARE(box.bursts.constLast(), QStringList{u"new/deep/a.js"_s});
        box.file(u"old/deep/a.js"_s);
        QTRY_COMPARE(box.bursts.size(), 3);
        QVERIFY(box.bursts.constLast().contains(u"old/deep/a.js"_s));
    }

    void ignoredFoldersCostNothing()
    {
        Watched box;
        for (int i = 0; i < 50; ++i)
            box.file(u"node_modules/p%1/lib/index.js"_s.arg(i));
        box.file(u".git/objects/aa/bb"_s);
        box.file(u"src/a.js"_s);
        QVERIFY(box.watcher->start());
        QVERIFY(box.watcher->watchCount() <= 2);
        box.file(u"node_modules/p1/lib/index.js"_s);
        box.file(u"node_modules/new/index.js"_s);
        box.file(u".git/objects/cc/dd"_s);
        box.file(u".env"_s);
        QVERIFY(box.hears(u"src/a.js"_s));
        QVERIFY(box.watcher->watchCount() <= 2);
    }

    void extensionsAndIgnoreRules()
    {
        Watched box(policyOf({}, {u"gen"_s, u"**/*.test.js"_s}, {u"js"_s}));
        box.folder(u"gen"_s);
        QVERIFY(box.watcher->start());
        box.file(u"gen/a.js"_s);
        box.file(u"a.test.js"_s);
        box.file(u"notes.txt"_s);
        QVERIFY(box.hears(u"a.js"_s));
    }

    void ownLogFilesDoNotCount()
    {
        Watched box;
        box.watcher->setOwnFiles({box.path(u"logs/out.log"_s)});
        box.folder(u"logs"_s);
        QVERIFY(box.watcher->start());
        box.file(u"logs/out.log"_s);
        box.file(u"logs/out.log.1"_s);
        box.file(u"logs/out.log.idx"_s);
        QVERIFY(box.hears(u"logs/other.log"_s));
    }

    void aBurstIsOneChange()
    {
        // As "git checkout" does it: files deleted, written and made anew, folders that come and go.
        WatchPolicy policy;
        policy.delay = 300ms;
        Watched box(policy);
        for (int i = 0; i < 3000; ++i)
            box.file(u"src/d%1/f%2.js"_s.arg(i % 30).arg(i), "old");
        QVERIFY(box.watcher->start());
        for (int i = 0; i < 3000; ++i) {
            QFile::remove(box.path(u"src/d%1/f%2.js"_s.arg(i % 30).arg(i)));
            box.file(u"src/n%1/f%2.js"_s.arg(i % 40).arg(i), "new");
        }
        QTRY_VERIFY_WITH_TIMEOUT(!box.bursts.isEmpty(), 20'000);
        QCOMPARE(box.bursts.size(), 1);
        QCOMPARE(box.bursts.constFirst().size(), 10);
        QVERIFY2(box.counts.constFirst() == 6000 || box.counts.constFirst() == -1, qPrintable(QString::number(box.counts.constFirst())));
        box.bursts.clear();
        QVERIFY(box.hears(u"src/n39/after.js"_s));
    }

    void anEndlessBurstIsToldAllTheSame()
    {
        WatchPolicy policy;
        policy.delay = 200ms; // a machine under load must not make a pause of that length
        Watched box(policy);
        QVERIFY(box.watcher->start());
        QTimer writer;
        connect(&writer, &QTimer::timeout, &writer, [&box] { box.file(u"busy.txt"_s); });
        QElapsedTimer timer;
        timer.start();
        writer.start(10ms);
        QTRY_VERIFY_WITH_TIMEOUT(!box.bursts.isEmpty(), 10'000);
        QCOMPARE(box.bursts.size(), 1);
        QVERIFY2(timer.elapsed() >= 1'800, qPrintable(QString::number(timer.elapsed())));
    }

    void aPathThatComesLater()
    {
        Watched box(policyOf({u"build/app.js"_s, u"views"_s}));
        QVERIFY(box.watcher->start());
        box.file(u"build/app.js"_s);
        QTRY_COMPARE(box.bursts, QList<QStringList>{{u"build/app.js"_s}});
        box.file(u"views/index.html"_s);
        QTRY_COMPARE(box.bursts.size(), 2);
        box.bursts.clear();
        QVERIFY(box.hears(u"views/more.html"_s));
    }

    void aWatchedFolderThatGoesAndComesBack()
    {
        Watched box(policyOf({u"dist"_s}));
        box.file(u"dist/a.js"_s);
        QVERIFY(box.watcher->start());
        QVERIFY(QDir(box.path(u"dist"_s)).removeRecursively());
        QTRY_COMPARE(box.bursts.size(), 1);
        box.file(u"dist/a.js"_s);
        QTRY_COMPARE(box.bursts.size(), 2);
        box.bursts.clear();
        QVERIFY(box.hears(u"dist/b.js"_s));
    }

    void globsAsPaths()
    {
        Watched box(policyOf({u"src/**/*.js"_s, u"*.json"_s}));
        box.folder(u"src/deep"_s);
        QVERIFY(box.watcher->start());
        box.file(u"src/deep/a.css"_s);
        box.file(u"a.js"_s);
        QVERIFY(box.hears(u"src/deep/a.js"_s));
        box.bursts.clear();
        QVERIFY(box.hears(u"package.json"_s));
    }

    void linksAreNotFollowed()
    {
        Watched box({}, u"app"_s);
        box.folder(u"outside"_s);
        if (!QFile::link(box.path(u"outside"_s), box.path(u"app/link"_s)) || !QFileInfo(box.path(u"app/link"_s)).isSymLink()
            || isWindows())
            QSKIP("no symbolic links here");
        QVERIFY(box.watcher->start());
        box.file(u"outside/a.js"_s);
        box.file(u"app/b.js"_s);
        QTRY_COMPARE(box.bursts, QList<QStringList>{{u"b.js"_s}});
    }

    void theWorkingFolderMayBeALink()
    {
        QTemporaryDir folder;
        QDir(folder.path()).mkpath(u"releases/3"_s);
        if (!QFile::link(folder.filePath(u"releases/3"_s), folder.filePath(u"current"_s)) || isWindows())
            QSKIP("no symbolic links here");
        FileWatcher watcher(policyOf({}, {u"tmp"_s}), folder.filePath(u"current"_s));
        watcher.setOwnFiles({folder.filePath(u"current/out.log"_s)});
        QSignalSpy changes(&watcher, &FileWatcher::changed);
        QVERIFY(watcher.start());
        QVERIFY(writeText(folder.filePath(u"current/out.log"_s), "x"));
        QVERIFY(writeText(folder.filePath(u"releases/3/a.js"_s), "x"));
        QVERIFY(changes.wait());
        QCOMPARE(changes.constFirst().constFirst().toStringList(), QStringList{u"a.js"_s});
    }

    void stoppedIsSilent()
    {
        Watched box;
        QVERIFY(box.watcher->start());
        box.file(u"a.js"_s);
        box.watcher->stop();
        QVERIFY(!box.watcher->isWatching());
        QCOMPARE(box.watcher->watchCount(), 0);
        box.file(u"b.js"_s);
        QVERIFY(box.watcher->start());
        QVERIFY(box.hears(u"c.js"_s));
    }

private:
    static bool isWindows() { return QDir::separator() == u'\\'; }
};

QTEST_GUILESS_MAIN(TestFileWatcher)
#include "test_filewatcher.moc"
