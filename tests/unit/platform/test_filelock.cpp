// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/filelock.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace tropero;
using namespace tropero::platform;

class TestFileLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isHeldUntilReleased();
    void goesWithItsOwner();
    void namesTheHolder();
    void isReleasedByKillingTheHolder();
    void lookingDoesNotDisturb();
    void aMissingFolderIsReported();

private:
    QString lockFile() const { return m_folder.filePath(u"app.lock"_s); }

    QTemporaryDir m_folder;
};

void TestFileLock::isHeldUntilReleased()
{
    QVERIFY(!FileLock::isHeld(lockFile()));
    auto lock = FileLock::acquire(lockFile());
    QVERIFY(lock.has_value());
    QVERIFY(FileLock::isHeld(lockFile()));
    lock->release();
    QVERIFY(!FileLock::isHeld(lockFile()));
    QVERIFY(QFile::exists(lockFile()));
    QVERIFY(FileLock::acquire(lockFile()).has_value());
}

void TestFileLock::goesWithItsOwner()
{
    {
        FileLock outer;
        {
            auto lock = FileLock::acquire(lockFile());
            QVERIFY(lock.has_value());
            outer = std::move(*lock);
        }
        QVERIFY(FileLock::isHeld(lockFile()));
    }
    QVERIFY(!FileLock::isHeld(lockFile()));
}

void TestFileLock::namesTheHolder()
{
    const auto lock = FileLock::acquire(lockFile());
    QVERIFY(lock.has_value());
    const auto second = FileLock::acquire(lockFile());
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::AlreadyExists);
    QCOMPARE(second.error().subject, QString::number(QCoreApplication::applicationPid()));
}

void TestFileLock::isReleasedByKillingTheHolder()
{
    QProcess holder;
    holder.start(QCoreApplication::applicationFilePath(), {u"--hold"_s, lockFile()});
    QVERIFY(holder.waitForStarted());
    QTRY_VERIFY(FileLock::isHeld(lockFile()));
    QVERIFY(!FileLock::acquire(lockFile()));
    holder.kill();
    QVERIFY(holder.waitForFinished(10'000));
    QTRY_VERIFY(!FileLock::isHeld(lockFile()));
    QVERIFY(FileLock::acquire(lockFile()).has_value());
}

void TestFileLock::lookingDoesNotDisturb()
{
    QProcess looker;
    looker.start(QCoreApplication::applicationFilePath(), {u"--look"_s, lockFile()});
    QVERIFY(looker.waitForStarted());
    for (int round = 0; round < 300; ++round) {
        auto lock = FileLock::acquire(lockFile());
        QVERIFY2(lock.has_value(), qPrintable(lock.has_value() ? QString() : lock.error().message()));
    }
    looker.kill();
    QVERIFY(looker.waitForFinished(10'000));
}

void TestFileLock::aMissingFolderIsReported()
{
    QVERIFY(!FileLock::isHeld(m_folder.filePath(u"none/lock"_s)));
    const auto lock = FileLock::acquire(m_folder.filePath(u"none/lock"_s));
    QVERIFY(!lock);
    QCOMPARE(lock.error().code, ErrorCode::NotFound);
}

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == "--hold"_L1) {
        const auto lock = FileLock::acquire(arguments.at(2));
        return lock ? QCoreApplication::exec() : 1;
    }
    if (arguments.size() == 3 && arguments.at(1) == "--look"_L1)
        for (;;)
            FileLock::isHeld(arguments.at(2));
    TestFileLock test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_filelock.moc"
