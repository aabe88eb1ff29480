// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/files.h"
#include "platform/outputpipe.h"
#include "support_unix.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace tropero;
using namespace tropero::platform;

namespace {

QByteArray hashOf(const QString& path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result().toHex() : QByteArray();
}

/// By then every pipe was asked several times: one that nobody reads tells of itself in each turn of the event loop.
bool anotherPipeIsHeard()
{
    StartedApp other;
    QSignalSpy ready(&other.out, &OutputPipe::readyRead);
    return other.shell(u"echo text"_s) && QTest::qWaitFor([&ready] { return ready.size() >= 5; }, 10'000);
}

} // namespace

class TestOutputPipe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movesFiftyMegabytesExactly();
    void readsBothStreams();
    void aFullDeviceLosesNothing();
    void aFullFileSystemLosesNothing();
    void truncationLeavesNoHole();
    void discardsIntoTheNullDevice();
    void heldBackReadingBlocksTheApp();
    void theEndComesAfterTheLastWriter();
    void anEndedPipeIsSilent();

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void TestOutputPipe::movesFiftyMegabytesExactly()
{
    const QString source = path(u"source"_s);
    const QString target = path(u"target"_s);
    QCOMPARE(
        QProcess::execute(u"/bin/sh"_s, {u"-c"_s, u"head -c 52428800 /dev/urandom > '%1'"_s.arg(source)}), 0);
    auto file = AppendFile::open(target);
    QVERIFY(file.has_value());
    StartedApp app;
    connect(&app.out, &OutputPipe::readyRead, this, [&] {
        if (const auto moved = app.out.moveTo(file->descriptor(), 4 * 1024 * 1024); !moved)
            qFatal("move failed");
    });
    QElapsedTimer timer;
    timer.start();
    QVERIFY(app.start(u"cat"_s, {source}));
    QTRY_VERIFY_WITH_TIMEOUT(app.out.atEnd(), 60'000);
    qInfo("%.0f MB/s", 50.0 * 1000 / static_cast<double>(std::max<qint64>(timer.elapsed(), 1)));
    QCOMPARE(file->size(), 52428800);
    QCOMPARE(hashOf(target), hashOf(source));
    QTRY_COMPARE(app.process.state(), QProcess::NotRunning);
}

void TestOutputPipe::readsBothStreams()
{
    StartedApp app;
    QByteArray out;
    QByteArray error;
    connect(&app.out, &OutputPipe::readyRead, this, [&] { out += app.out.read(3); });
    connect(&app.error, &OutputPipe::readyRead, this, [&] { error += app.error.read(1000); });
    QVERIFY(app.shell(u"printf 'one two three'; printf 'oh\\0no' >&2"_s));
    QTRY_VERIFY(app.out.atEnd() && app.error.atEnd());
    QCOMPARE(out, "one two three");
    QCOMPARE(error, QByteArray("oh\0no", 5));
    QCOMPARE(app.out.stream(), OutputPipe::Stream::Out);
    QCOMPARE(app.error.stream(), OutputPipe::Stream::Error);
}

void TestOutputPipe::aFullDeviceLosesNothing()
{
    auto full = AppendFile::open(u"/dev/full"_s);
    QVERIFY(full.has_value());
    StartedApp app;
    QVERIFY(app.shell(u"printf 'kept in the pipe'; exec sleep 100"_s));
    QTRY_COMPARE(app.out.bytesAvailable(), 16);
    for (int attempt = 0; attempt < 3; ++attempt) {
        const auto moved = app.out.moveTo(full->descriptor(), 1000);
        QVERIFY(!moved);
        QCOMPARE(moved.error().code, ErrorCode::NoSpace);
        QCOMPARE(app.out.bytesAvailable(), 16);
        QVERIFY(!app.out.atEnd());
    }
    QCOMPARE(app.out.read(4), "kept");
    QSignalSpy ready(&app.out, &OutputPipe::readyRead);
    app.out.setReading(true);
    QVERIFY(ready.wait(5'000));
    auto file = AppendFile::open(path(u"rescued"_s));
    QCOMPARE(app.out.moveTo(file->descriptor(), 1000).value_or(-1), 12);
    QCOMPARE(contentOf(path(u"rescued"_s)), u" in the pipe"_s);
}

void TestOutputPipe::aFullFileSystemLosesNothing()
{
    // A limit of the file size refuses in the middle of the data, as a full disk does.
    constexpr rlim_t fileLimit = 100'000;
    constexpr qint64 total = 200'000;
    struct rlimit before
    {
    };
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    ::signal(SIGXFSZ, SIG_IGN);
    StartedApp app;
    QVERIFY(app.shell(u"yes | head -c 200000"_s));
    auto file = AppendFile::open(path(u"limited"_s));
    const struct rlimit limited
    {
        fileLimit, before.rlim_max
    };
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limited), 0);
    qint64 stored = 0;
    Result<qint64> moved = 0;
    QTRY_VERIFY(
        (moved = app.out.moveTo(file->descriptor(), 1024 * 1024), stored += moved.value_or(0), !moved));
    QCOMPARE(moved.error().code, ErrorCode::NoSpace);
    QCOMPARE(stored, static_cast<qint64>(fileLimit));
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    QTRY_VERIFY((stored += app.out.moveTo(file->descriptor(), 1024 * 1024).value_or(0), app.out.atEnd()));
    QCOMPARE(stored, total);
    QCOMPARE(contentOf(path(u"limited"_s)).size(), total);
    QCOMPARE(contentOf(path(u"limited"_s)).count(u"y\n"_s), total / 2);
}

void TestOutputPipe::truncationLeavesNoHole()
{
    const QString target = path(u"emptied"_s);
    auto file = AppendFile::open(target);
    QVERIFY(file.has_value());
    StartedApp app;
    QVERIFY(app.start(u"cat"_s, {u"/dev/zero"_s}));
    qint64 moved = 0;
    while (moved < 8 * 1024 * 1024) {
        const auto count = app.out.moveTo(file->descriptor(), 1024 * 1024);
        QVERIFY(count.has_value());
        moved += *count;
    }
    QCOMPARE(::truncate(QFile::encodeName(target).constData(), 0), 0);
    QCOMPARE(file->size(), 0);
    moved = 0;
    QTRY_VERIFY((moved += app.out.moveTo(file->descriptor(), 1000).value_or(-1)) > 0);
    QCOMPARE(file->size(), moved);
    QCOMPARE(::truncate(QFile::encodeName(target).constData(), 0), 0);
    QVERIFY(file->write("after").has_value());
    QCOMPARE(contentOf(target), u"after"_s);
}

void TestOutputPipe::discardsIntoTheNullDevice()
{
    auto null = AppendFile::open(u"/dev/null"_s);
    QVERIFY(null.has_value());
    StartedApp app;
    qint64 total = 0;
    connect(&app.out, &OutputPipe::readyRead, this,
            [&] { total += app.out.moveTo(null->descriptor(), 1024 * 1024).value_or(-1'000'000'000); });
    QVERIFY(app.shell(u"head -c 3000000 /dev/zero"_s));
    QTRY_VERIFY(app.out.atEnd());
    QCOMPARE(total, 3'000'000);
}

void TestOutputPipe::heldBackReadingBlocksTheApp()
{
    StartedApp app;
    qint64 total = 0;
    connect(&app.out, &OutputPipe::readyRead, this, [&] { total += app.out.read(1024 * 1024).size(); });
    app.out.setReading(false);
    QVERIFY(app.shell(u"head -c 3000000 /dev/zero"_s));
    QTRY_VERIFY(app.out.bytesAvailable() > 60'000);
    QVERIFY(anotherPipeIsHeard());
    QCOMPARE(total, 0);
    app.out.setReading(true);
    QTRY_COMPARE(total, 3'000'000);
}

void TestOutputPipe::theEndComesAfterTheLastWriter()
{
    StartedApp app;
    QByteArray out;
    connect(&app.out, &OutputPipe::readyRead, this, [&] { out += app.out.read(1000); });
    QVERIFY(app.shell(u"(sleep 0.3; echo late) & echo early"_s));
    QVERIFY(app.process.waitForFinished(5'000));
    QVERIFY(!app.out.atEnd());
    QTRY_VERIFY(app.out.atEnd());
    QCOMPARE(out, "early\nlate\n");
}

void TestOutputPipe::anEndedPipeIsSilent()
{
    StartedApp app;
    QSignalSpy ready(&app.out, &OutputPipe::readyRead);
    QVERIFY(app.shell(u"true"_s));
    QTRY_VERIFY(app.out.atEnd());
    QTRY_COMPARE(ready.size(), 1);
    QVERIFY(anotherPipeIsHeard());
    QCOMPARE(ready.size(), 1);
    QCOMPARE(app.out.read(10), QByteArray());
}

QTEST_GUILESS_MAIN(TestOutputPipe)
#include "test_outputpipe_unix.moc"
