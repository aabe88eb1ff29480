// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/homefolders.h"
#include "daemon/managedapp.h"
#include "daemon/statestore.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tropero;
using namespace Qt::StringLiterals;

class StateStoreTest : public QObject
{
    Q_OBJECT

private:
    static AppRecord record(const QString& id, int number)
    {
        AppRecord result;
        result.id = id;
        result.spec.name = id;
        result.spec.script = u"server.js"_s;
        result.spec.cwd = u"/srv"_s;
        result.spec.env = {{u"DB_PASSWORD"_s, u"hush"_s}};
        result.logBase = id;
        result.instances = {{number, 0, true, false, 1234}, {number + 1, 1, false, true, 1235}};
        return result;
    }

    static void write(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    HomeLayout m_home{QString()};

    /// Saves and waits; nothing when there was no answer.
    std::optional<Result<void>> save(StateStore& store, const AppRecord& one)
    {
        std::optional<Result<void>> answer;
        store.save(one, this, [&answer](const Result<void>& result) { answer = result; });
        (void)QTest::qWaitFor([&answer] { return answer.has_value(); });
        return answer;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_home = HomeLayout(m_folder->filePath(u"home"_s));
        QVERIFY(ensureHomeFolders(m_home));
    }

    void whatIsSavedIsLoaded()
    {
        StateStore store(m_home);
        const AppRecord first = record(u"b-0001"_s, 0);
        const AppRecord second = record(u"a-0002"_s, 2);
        QVERIFY(save(store, second)->has_value());
        QVERIFY(save(store, first)->has_value());
        const StateStore::Loaded loaded = store.load();
        QVERIFY(loaded.problems.isEmpty());
        QCOMPARE(loaded.apps.size(), 2);
        QVERIFY(loaded.apps.at(0) == first); // by number, not by name
        QVERIFY(loaded.apps.at(1) == second);
    }

    void theFileIsPrivate()
    {
        StateStore store(m_home);
        QVERIFY(save(store, record(u"a-0001"_s, 0))->has_value());
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(m_home.appFile(u"a-0001"_s)) & others));
    }

    void theLastOfManySavesCounts()
    {
        StateStore store(m_home);
        int answers = 0;
        AppRecord one = record(u"a-0001"_s, 0);
        for (int i = 0; i < 200; ++i) {
            one.instances.first().createdAt = i;
            store.save(one, this, [&answers](const Result<void>& result) { answers += result ? 1 : 0; });
        }
        QTRY_COMPARE(answers, 200);
        QCOMPARE(store.load().apps.constFirst().instances.constFirst().createdAt, 199);
    }

    void aRemovedAppStaysRemoved()
    {
        StateStore store(m_home);
        int answers = 0;
        const auto count = [&answers](const Result<void>& result) { answers += result ? 1 : 0; };
        store.save(record(u"a-0001"_s, 0), this, count);
        store.save(record(u"b-0001"_s, 2), this, count);
        store.remove(u"a-0001"_s, this, count);
        QTRY_COMPARE(answers, 3);
        QCOMPARE(store.load().apps.size(), 1);
        store.remove(u"a-0001"_s, this, count); // what is not there is removed
        QTRY_COMPARE(answers, 4);
    }

    void damagedFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray whole = encodeAppRecord(record(u"x-0001"_s, 0));
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("truncated") << whole.first(whole.size() / 2);
        QTest::newRow("no JSON") << QByteArray("\0\1\2", 3);
        QTest::newRow("other schema") << QByteArray(whole).replace("\"schema\": 1", "\"schema\": 99");
        QTest::newRow("no instances") << QByteArray("{\"schema\":1,\"id\":\"x-0001\",\"logBase\":\"x\",\"spec\":{\"name\":\"x\",\"script\":\"x\"}}");
        QTest::newRow("another app") << QByteArray(whole).replace("x-0001", "y-0001");
    }

    void damagedFiles()
    {
        QFETCH(QByteArray, bytes);
        StateStore store(m_home);
        QVERIFY(save(store, record(u"a-0001"_s, 0))->has_value());
        write(m_home.appFile(u"x-0001"_s), bytes);
        const StateStore::Loaded loaded = store.load();
        QCOMPARE(loaded.apps.size(), 1); // the other one is not concerned
        QCOMPARE(loaded.problems.size(), 1);
        QCOMPARE(loaded.problems.constFirst().appId, u"x-0001"_s);
        QVERIFY(!loaded.problems.constFirst().why.isEmpty());
        QVERIFY(!QFile::exists(m_home.appFile(u"x-0001"_s)));
        QCOMPARE(read(m_home.appFile(u"x-0001"_s) + u".broken"_s), bytes); // kept for who wants to recover it
        QVERIFY(store.load().problems.isEmpty());
    }

    void anOlderBrokenFileIsKept()
    {
        StateStore store(m_home);
        write(m_home.appFile(u"x-0001"_s) + u".broken"_s, "old");
        write(m_home.appFile(u"x-0001"_s), "new");
        QCOMPARE(store.load().problems.size(), 1);
        QCOMPARE(read(m_home.appFile(u"x-0001"_s) + u".broken"_s), "old"_ba);
    }

    void temporaryFilesAreRemovedAndOthersLeftAlone()
    {
        StateStore store(m_home);
        write(m_home.appFile(u"x-0001"_s) + u".tmp-aB3dEf"_s, "half");
        write(m_home.appsFolder() + u"/notes.txt"_s, "mine");
        QVERIFY(store.load().apps.isEmpty());
        QVERIFY(!QFile::exists(m_home.appFile(u"x-0001"_s) + u".tmp-aB3dEf"_s));
        QVERIFY(QFile::exists(m_home.appsFolder() + u"/notes.txt"_s));
    }

    void aFailedSaveIsAnErrorAndLeavesTheOldFile()
    {
        StateStore store(m_home);
        AppRecord one = record(u"a-0001"_s, 0);
        QVERIFY(save(store, one)->has_value());
        const QByteArray before = read(m_home.appFile(one.id));
        // A folder in place of the apps folder's file name cannot be replaced by a file, by nobody.
        QVERIFY(QDir().mkpath(m_home.appFile(u"blocked-0001"_s) + u"/inside"_s));
        const auto blocked = save(store, record(u"blocked-0001"_s, 5));
        QVERIFY(blocked && !blocked->has_value());
        QVERIFY(!blocked->error().message().isEmpty());
        QVERIFY(QDir(m_home.appsFolder()).rename(m_home.appsFolder(), m_home.home() + u"/away"_s));
        one.instances.first().wantedUp = false;
        const auto answer = save(store, one);
        QVERIFY(answer && !answer->has_value());
        QCOMPARE(read(m_home.home() + u"/away/a-0001.json"_s), before);
        QVERIFY(QDir().rename(m_home.home() + u"/away"_s, m_home.appsFolder()));
        QVERIFY(save(store, one)->has_value()); // it goes on by itself when the trouble is over
    }

    void previousHoldsTheLastListOnly()
    {
        StateStore store(m_home);
        int answers = 0;
        const auto count = [&answers](const Result<void>& result) { answers += result ? 1 : 0; };
        store.save(record(u"a-0001"_s, 0), this, count);
        store.moveToPrevious({u"a-0001"_s}, this, count);
        store.save(record(u"b-0001"_s, 0), this, count);
        store.moveToPrevious({u"b-0001"_s}, this, count);
        store.moveToPrevious({}, this, count); // nothing was running: the older list stays
        QTRY_COMPARE(answers, 5);
        QVERIFY(store.load().apps.isEmpty());
        const StateStore::Loaded previous = store.loadPrevious();
        QCOMPARE(previous.apps.size(), 1);
        QCOMPARE(previous.apps.constFirst().id, u"b-0001"_s);
    }

    void aHundredSavesDoNotHoldUpTheCaller()
    {
        StateStore store(m_home);
        int answers = 0;
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 100; ++i) {
            store.save(record(u"app-%1"_s.arg(i, 4, 10, QChar(u'0')), i * 2), this, [&answers](const Result<void>& result) { answers += result ? 1 : 0; });
        }
        const qint64 asked = clock.elapsed();
        QTRY_COMPARE(answers, 100);
        QVERIFY2(asked <= clock.elapsed() / 2 + 20, qPrintable(u"%1 of %2 ms"_s.arg(asked).arg(clock.elapsed())));
        QCOMPARE(store.load().apps.size(), 100);
    }
};

QTEST_GUILESS_MAIN(StateStoreTest)
#include "tst_statestore.moc"
