// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/files.h"
#include "support_unix.h"

#include <QDir>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tropero;
using namespace tropero::platform;

namespace {

mode_t modeOf(const QString& path)
{
    struct stat status
    {
    };
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 0777 : 0;
}

} // namespace

class TestFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void homeIsAbsoluteAndClean();
    void endpointsFitASocket();
    void privateFoldersAreMadeForThisUserOnly();
    void foldersOfOthersAreRefused();
    void foldersOpenToOthersAreRefused();
    void filesInTheWayAreNamed();
    void writesWholeFiles();
    void aFailedWriteLeavesTheOldFile();
    void readsUpToALimit();
    void appendsAtTheEnd();
    void linksAreNotFollowed();
    void aFullDeviceSaysNoSpace();
    void descriptorsAreNotInherited();

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void TestFiles::homeIsAbsoluteAndClean()
{
    const QByteArray before = qgetenv("TROPERO_HOME");
    qputenv("TROPERO_HOME", "/a//b/../c/");
    QCOMPARE(homeFolder(), u"/a/c"_s);
    qputenv("TROPERO_HOME", "relative/place");
    QCOMPARE(homeFolder(), QDir::currentPath() + u"/relative/place"_s);
    qunsetenv("TROPERO_HOME");
    QCOMPARE(homeFolder(), QDir::homePath() + u"/.tropero"_s);
    if (!before.isEmpty()) qputenv("TROPERO_HOME", before);
}

void TestFiles::endpointsFitASocket()
{
    QCOMPARE(daemonEndpoint(u"/home/me/.tropero"_s), u"/home/me/.tropero/run/daemon.sock"_s);
    const QString home = u"/home/"_s + QString(90, u'ñ');
    const QString endpoint = daemonEndpoint(home);
    QVERIFY(QFile::encodeName(endpoint).size() < 104);
    QVERIFY(endpoint != daemonEndpoint(home + u'x'));
    QCOMPARE(endpoint, daemonEndpoint(home));
}

void TestFiles::privateFoldersAreMadeForThisUserOnly()
{
    const QString folder = path(u"a/b/c"_s);
    QVERIFY(ensurePrivateFolder(folder).has_value());
    QCOMPARE(modeOf(path(u"a"_s)), 0700U);
    QCOMPARE(modeOf(folder), 0700U);
    QVERIFY(ensurePrivateFolder(folder).has_value());
    QVERIFY(QFile::link(folder, path(u"link"_s)));
    QVERIFY(ensurePrivateFolder(path(u"link"_s)).has_value());
}

void TestFiles::foldersOfOthersAreRefused()
{
    QString foreign = u"/"_s;
    if (::geteuid() == 0) {
        foreign = path(u"foreign"_s);
        QVERIFY(QDir().mkdir(foreign));
        QCOMPARE(::chown(QFile::encodeName(foreign).constData(), 12345, 12345), 0);
    }
    const auto result = ensurePrivateFolder(foreign);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::PermissionDenied);
    QCOMPARE(result.error().subject, foreign);
}

void TestFiles::foldersOpenToOthersAreRefused()
{
    const QString open = path(u"open"_s);
    QVERIFY(QDir().mkdir(open));
    QCOMPARE(::chmod(QFile::encodeName(open).constData(), 0770), 0);
    const auto result = ensurePrivateFolder(open);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::PermissionDenied);
    QVERIFY(result.error().remedy.contains(u"chmod 700"_s));
    QCOMPARE(::chmod(QFile::encodeName(open).constData(), 0755), 0);
    QVERIFY(ensurePrivateFolder(open).has_value());
}

void TestFiles::filesInTheWayAreNamed()
{
    QVERIFY(writeFileAtomically(path(u"file"_s), "x").has_value());
    QVERIFY(!ensurePrivateFolder(path(u"file"_s)));
    QCOMPARE(ensurePrivateFolder(path(u"file"_s)).error().code, ErrorCode::AlreadyExists);
    QVERIFY(!ensurePrivateFolder(path(u"file/below"_s)));
}

void TestFiles::writesWholeFiles()
{
    const QString file = path(u"whole ñ.json"_s);
    const QByteArray large(3'000'000, 'x');
    QVERIFY(writeFileAtomically(file, large).has_value());
    QCOMPARE(readFile(file, large.size()).value_or(QByteArray()), large);
    QVERIFY(writeFileAtomically(file, "").has_value());
    QCOMPARE(readFile(file, 10).value_or("?"), QByteArray());
    QCOMPARE(modeOf(file), 0600U);
    QCOMPARE(QDir(m_folder.path()).entryList({u"whole*"_s}, QDir::Files).size(), 1);
}

void TestFiles::aFailedWriteLeavesTheOldFile()
{
    const QString file = path(u"sub/kept"_s);
    QVERIFY(ensurePrivateFolder(path(u"sub"_s)).has_value());
    const QString folder = path(u"sub/folder"_s);
    QVERIFY(QDir().mkpath(folder + u"/inside"_s));
    // A folder cannot be replaced by a file.
    QVERIFY(!writeFileAtomically(folder, "new"));
    QVERIFY(QDir(folder + u"/inside"_s).exists());
    QVERIFY(writeFileAtomically(file, "old").has_value());
    QCOMPARE(writeFileAtomically(path(u"missing/file"_s), "x").error().code, ErrorCode::NotFound);
    QCOMPARE(QDir(path(u"sub"_s)).entryList(QDir::Files), QStringList{u"kept"_s});
    QCOMPARE(readFile(file, 10).value_or(""), "old");
}

void TestFiles::readsUpToALimit()
{
    QVERIFY(writeFileAtomically(path(u"ten"_s), "0123456789").has_value());
    QCOMPARE(readFile(path(u"ten"_s), 10).value_or(""), "0123456789");
    QCOMPARE(readFile(path(u"ten"_s), 9).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(readFile(path(u"none"_s), 9).error().code, ErrorCode::NotFound);
    QVERIFY(!readFile(m_folder.path(), 9));
    QVERIFY(!readFile(u"/dev/zero"_s, 9));
    QVERIFY(readFile(u"/proc/self/status"_s, 100'000)->contains("Pid:"));
    QCOMPARE(::mkfifo(QFile::encodeName(path(u"fifo"_s)).constData(), 0600), 0);
    QVERIFY(!readFile(path(u"fifo"_s), 9));
}

void TestFiles::appendsAtTheEnd()
{
    const QString log = path(u"log"_s);
    QVERIFY(writeFileAtomically(log, "one ").has_value());
    auto file = AppendFile::open(log);
    QVERIFY(file.has_value());
    QCOMPARE(file->size(), 4);
    qint64 written = -1;
    QVERIFY(file->write("two ", &written).has_value());
    QCOMPARE(written, 4);
    AppendFile moved = std::move(*file);
    QVERIFY(!file->isOpen());
    QVERIFY(moved.truncate(0).has_value());
    QVERIFY(moved.write("three").has_value());
    moved.sync();
    QCOMPARE(contentOf(log), u"three"_s);
    moved.close();
    QVERIFY(!moved.isOpen());
    QCOMPARE(AppendFile::open(path(u"missing/log"_s)).error().code, ErrorCode::NotFound);
    QVERIFY(!AppendFile::open(m_folder.path()));
    auto fresh = AppendFile::open(path(u"fresh"_s));
    QVERIFY(fresh.has_value());
    QCOMPARE(modeOf(path(u"fresh"_s)), 0600U);
}

void TestFiles::linksAreNotFollowed()
{
    QVERIFY(writeFileAtomically(path(u"precious"_s), "x").has_value());
    QVERIFY(QFile::link(path(u"precious"_s), path(u"trap"_s)));
    const auto opened = AppendFile::open(path(u"trap"_s));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::PermissionDenied);
}

void TestFiles::aFullDeviceSaysNoSpace()
{
    auto full = AppendFile::open(u"/dev/full"_s);
    QVERIFY(full.has_value());
    qint64 written = -1;
    const auto result = full->write("x", &written);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::NoSpace);
    QCOMPARE(written, 0);
}

void TestFiles::descriptorsAreNotInherited()
{
    auto file = AppendFile::open(path(u"private"_s));
    QProcess shell;
    shell.start(u"/bin/sh"_s, {u"-c"_s, u"ls -l /proc/$$/fd"_s});
    QVERIFY(shell.waitForFinished(5'000));
    QVERIFY(!shell.readAllStandardOutput().contains("private"));
}

QTEST_GUILESS_MAIN(TestFiles)
#include "test_files_unix.moc"
