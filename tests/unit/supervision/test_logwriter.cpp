// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/logwriter.h"

#include "core/logindex.h"
#include "supervision/appprocess.h"
#include "supervision/programresolver.h"
#include "supervisionfixture.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDeadlineTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tropero;

namespace {

constexpr LogFile::Limits noLimits{0, Milliseconds(0), 0};

QByteArray sha256(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// One run of the subject with writers on both of its pipes.
class StoredRun
{
public:
    StoredRun(const QStringList& args, const LogWriter::Targets& out, const LogWriter::Targets& error) : m_out(out), m_error(error)
    {
        QObject::connect(&m_process, &AppProcess::finished, &m_process, [this] {
            m_out.finish();
            m_error.finish();
            m_ended = true;
        });
        const LaunchPlan plan{subjectPath(), args, QDir::tempPath(), {}, {}, {}, {}};
        QVERIFY(m_process.start({plan, shellEnvironment(), {}, {}, {}}));
        m_out.attach(m_process.out());
        m_error.attach(m_process.error());
    }

    bool ended() const { return m_ended; }
    LogWriter& out() { return m_out; }

private:
    AppProcess m_process;
    LogWriter m_out;
    LogWriter m_error;
    bool m_ended = false;
};

/// What the subject writes with these arguments, by another way.
QByteArray expectedOutput(const QStringList& args)
{
    QProcess process;
    process.start(subjectPath(), args);
    process.waitForFinished(60'000);
    return process.readAllStandardOutput();
}

void verifyIndex(const QString& log)
{
    const QByteArray bytes = contentsOf(logIndexPath(log));
    const QList<LogIndexEntry> entries = decodeLogIndex(bytes);
    QCOMPARE(entries.size() * logIndexEntrySize, bytes.size()); // all of them are in order
    QVERIFY(!entries.isEmpty());
    QCOMPARE(entries.first().offset, 0);
    QVERIFY(entries.last().offset <= QFileInfo(log).size());
}

struct Files
{
    QTemporaryDir folder;
    std::shared_ptr<CaptureClock> clock = std::make_shared<CaptureClock>();

    QString path(const QString& name) const { return folder.filePath(name); }
    LogWriter::Targets targets(const QString& name, const LogFile::Limits& limits = noLimits) const
    {
        return {std::make_shared<LogFile>(path(name), limits), nullptr, clock, {}};
    }
};

} // namespace

class TestLogWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesAreExact()
    {
        Files files;
        const QStringList args{u"flood"_s, u"12345678"_s, u"exit"_s};
        StoredRun run(args, files.targets(u"out.log"_s), files.targets(u"error.log"_s));
        QTRY_VERIFY_WITH_TIMEOUT(run.ended(), 60'000);
        QCOMPARE(sha256(contentsOf(files.path(u"out.log"_s))), sha256(expectedOutput(args)));
        QCOMPARE(run.out().lostBytes(), 0);
        QVERIFY(!QFile::exists(files.path(u"error.log"_s)));
        verifyIndex(files.path(u"out.log"_s));
    }

    void rotationLosesAndDoublesNothing()
    {
        Files files;
        const QStringList args{u"flood"_s, u"20000000"_s, u"exit"_s};
        constexpr qint64 border = 1'000'003;
        StoredRun run(args, files.targets(u"out.log"_s, {border, Milliseconds(0), 100}), files.targets(u"error.log"_s));
        QTRY_VERIFY_WITH_TIMEOUT(run.ended(), 60'000);
        QByteArray all;
        for (int number = 19; number >= 0; --number) {
            const QString path = files.path(number == 0 ? u"out.log"_s : u"out.log.%1"_s.arg(number));
            const QByteArray piece = contentsOf(path);
            QCOMPARE(piece.size(), number == 0 ? 20'000'000 - 19 * border : border);
            verifyIndex(path);
            all += piece;
        }
        QVERIFY(!QFile::exists(files.path(u"out.log.20"_s)));
        QCOMPARE(sha256(all), sha256(expectedOutput(args)));
    }

    void rotationKeepsOnlySoMany()
    {
        Files files;
        const QStringList args{u"flood"_s, u"1000000"_s, u"exit"_s};
        StoredRun run(args, files.targets(u"out.log"_s, {100'000, Milliseconds(0), 2}), files.targets(u"error.log"_s));
        QTRY_VERIFY(run.ended());
        QCOMPARE(QDir(files.folder.path()).entryList(QDir::Files), (QStringList{u"out.log"_s, u"out.log.1"_s, u"out.log.1.idx"_s,
                                                                              u"out.log.2"_s, u"out.log.2.idx"_s, u"out.log.idx"_s}));
        const QByteArray all = contentsOf(files.path(u"out.log.2"_s)) + contentsOf(files.path(u"out.log.1"_s)) + contentsOf(files.path(u"out.log"_s));
        QCOMPARE(all, expectedOutput(args).last(300'000));
    }

    void rotationByAge()
    {
        Files files;
        CaptureClock clock;
        LogFile file(files.path(u"x.log"_s), {0, 1h, 3});
        QCOMPARE(file.appendLines("one\n", clock, this).stored, 4);
        const qint64 begun = QDateTime::currentMSecsSinceEpoch();
        QCOMPARE(file.appendLines("two\n", clock, this).stored, 4);
        constexpr Milliseconds age = 20ms;
        file.setLimits({0, age, 3});
        QTRY_VERIFY(QDateTime::currentMSecsSinceEpoch() > begun + age.count());
        QCOMPARE(file.appendLines("three\n", clock, this).stored, 6);
        QCOMPARE(contentsOf(files.path(u"x.log.1"_s)), "one\ntwo\n");
        QCOMPARE(contentsOf(files.path(u"x.log"_s)), "three\n");
    }

    void formattedLinesStayWholeAtTheBorder()
    {
        Files files;
        CaptureClock clock;
        LogFile file(files.path(u"x.log"_s), {10, Milliseconds(0), 9});
        const LogOutcome outcome = file.appendLines("aaaa\nbbbb\ncccc\ndd\neeeeeeeeeeeeeee\nf\n", clock, this);
        QCOMPARE(outcome.stored, 36);
        QCOMPARE(outcome.lost, 0);
        QByteArrayList pieces;
        for (int number = 9; number >= 1; --number) {
            if (QFile::exists(files.path(u"x.log.%1"_s.arg(number))))
                pieces.append(contentsOf(files.path(u"x.log.%1"_s.arg(number))));
        }
        pieces.append(contentsOf(files.path(u"x.log"_s)));
        QCOMPARE(pieces.join("|"), "aaaa\nbbbb\n|cccc\ndd\nee|eeeeeeeeee|eee\nf\n");
    }

    void bothStreamsMergeInOrderOfCapture()
    {
        Files files;
        LogFile out(files.path(u"out.log"_s), noLimits);
        LogFile error(files.path(u"error.log"_s), noLimits);
        CaptureClock clock;
        for (int i = 0; i < 1000; ++i) {
            LogFile& file = i % 3 == 0 ? error : out;
            file.appendLines(QByteArray::number(i) + '\n', clock, &file);
        }
        // Pieces of both files by time.
        QMap<qint64, QByteArray> pieces;
        qsizetype count = 0;
        for (const QString& name : {u"out.log"_s, u"error.log"_s}) {
            verifyIndex(files.path(name));
            const QByteArray bytes = contentsOf(files.path(name));
            const QList<LogIndexEntry> entries = decodeLogIndex(contentsOf(logIndexPath(files.path(name))));
            count += entries.size();
            for (qsizetype i = 0; i < entries.size(); ++i) {
                const qint64 end = i + 1 < entries.size() ? entries[i + 1].offset : bytes.size();
                pieces.insert(entries[i].time, bytes.mid(entries[i].offset, end - entries[i].offset));
            }
        }
        QCOMPARE(pieces.size(), count); // no time twice
        QByteArray expected;
        for (int i = 0; i < 1000; ++i)
            expected += QByteArray::number(i) + '\n';
        QCOMPARE(pieces.values().join(), expected);
        QVERIFY2(count <= 670, QByteArray::number(count).constData()); // two lines in a row of one stream share an entry
    }

    void goesOnAfterRestartOfTheGuard()
    {
        Files files;
        const QString path = files.path(u"x.log"_s);
        for (int i = 0; i < 3; ++i) {
            CaptureClock clock;
            LogFile file(path, noLimits);
            file.appendLines("line\n", clock, this);
            QFile index(logIndexPath(path)); // a torn entry, as after a loss of power
            QVERIFY(index.open(QIODevice::Append));
            index.write("torn");
        }
        QCOMPARE(contentsOf(path), "line\nline\nline\n");
        QCOMPARE(decodeLogIndex(contentsOf(logIndexPath(path))).size(), 3);
        QCOMPARE(decodeLogIndex(contentsOf(logIndexPath(path))).last().offset, 10);
    }

    void truncatedByOthers()
    {
        Files files;
        const QString path = files.path(u"x.log"_s);
        CaptureClock clock;
        LogFile file(path, noLimits);
        file.appendLines("some text\n", clock, this);
        QVERIFY(QFile::resize(path, 0));
        file.appendLines("new\n", clock, this);
        QCOMPARE(contentsOf(path), "new\n");
        verifyIndex(path);
        if (ProgramResolver::thisFamily() == ProgramResolver::Family::Windows)
            return; // a file in use cannot be removed there
        QVERIFY(QFile::remove(path)); // which is noticed within a second or so
        QTRY_VERIFY([&] {
            file.appendLines("again\n", clock, this);
            return QFile::exists(path);
        }());
        QVERIFY(contentsOf(path).startsWith("again\n"));
        verifyIndex(path);
    }

    void flushEmptiesAll()
    {
        Files files;
        CaptureClock clock;
        LogFile file(files.path(u"x.log"_s), {5, Milliseconds(0), 3});
        file.appendLines("aaaa\nbbbb\ncccc\n", clock, this);
        QVERIFY(QFile::exists(files.path(u"x.log.2"_s)));
        QVERIFY(file.flush());
        QCOMPARE(QDir(files.folder.path()).entryList(QDir::Files), (QStringList{u"x.log"_s, u"x.log.idx"_s}));
        QCOMPARE(QFileInfo(files.path(u"x.log"_s)).size(), 0);
        QCOMPARE(QFileInfo(files.path(u"x.log.idx"_s)).size(), 0);
        file.appendLines("dd\n", clock, this);
        QCOMPARE(contentsOf(files.path(u"x.log"_s)), "dd\n");
        verifyIndex(files.path(u"x.log"_s));
    }

    void combinedFileHasWholeLinesOfBoth()
    {
        Files files;
        const auto combined = std::make_shared<LogFile>(files.path(u"all.log"_s), noLimits);
        LogWriter::Targets out = files.targets(u"out.log"_s);
        LogWriter::Targets error = files.targets(u"error.log"_s);
        out.combined = error.combined = combined;
        StoredRun run({u"lines"_s, u"500"_s}, out, error);
        QTRY_VERIFY(run.ended());
        QList<int> numbers;
        const QByteArrayList lines = contentsOf(files.path(u"all.log"_s)).trimmed().split('\n');
        for (const QByteArray& line : lines) {
            QVERIFY(line.startsWith("line "));
            numbers.append(line.mid(5).toInt());
        }
        std::sort(numbers.begin(), numbers.end());
        QCOMPARE(numbers.size(), 500);
        for (int i = 0; i < 500; ++i)
            QCOMPARE(numbers[i], i);
        QCOMPARE(contentsOf(files.path(u"out.log"_s)).count('\n'), 250);
        QCOMPARE(contentsOf(files.path(u"error.log"_s)).count('\n'), 250);
    }

    void noTargetNeverBlocks()
    {
        StoredRun run({u"flood"_s, u"5000000"_s, u"exit"_s}, {}, {});
        QTRY_VERIFY(run.ended());
        QCOMPARE(run.out().lostBytes(), 0);
    }

    void lossIsCountedAndEnds()
    {
        Files files;
        QVERIFY(writeText(files.path(u"logs"_s), "a file where the folder should be"));
        const LogWriter::Targets targets = files.targets(u"logs/out.log"_s);
        StoredRun run({u"flood"_s, u"5000000"_s, u"exit"_s}, targets, {});
        QSignalSpy began(&run.out(), &LogWriter::lossBegan);
        QSignalSpy ended(&run.out(), &LogWriter::lossEnded);
        QTRY_VERIFY(run.ended());
        QCOMPARE(began.size(), 1);
        QVERIFY(began.first().first().toString().contains(u"logs"_s));
        QCOMPARE(ended.size(), 0);
        QCOMPARE(run.out().lostBytes(), 5'000'000);
        QVERIFY(QFile::remove(files.path(u"logs"_s)));
        StoredRun second({u"flood"_s, u"1000000"_s, u"exit"_s}, targets, {});
        QTRY_VERIFY(second.ended());
        QCOMPARE(QFileInfo(files.path(u"logs/out.log"_s)).size(), 1'000'000);
    }

    void fullDisk()
    {
        Files files;
        QDir(files.folder.path()).mkpath(u"full"_s);
        const QString full = files.path(u"full"_s);
        if (QProcess::execute(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=2m"_s, u"tmpfs"_s, full}) != 0)
            QSKIP("a small file system can only be mounted by root");
        const auto unmount = qScopeGuard([full] { QProcess::execute(u"umount"_s, {u"-l"_s, full}); });
        const QStringList args{u"flood"_s, u"6000000"_s, u"exit"_s};
        const QByteArray expected = expectedOutput(args);
        const LogWriter::Targets targets = files.targets(u"full/out.log"_s);
        LogWriter writer(targets);
        QSignalSpy began(&writer, &LogWriter::lossBegan);
        QSignalSpy ended(&writer, &LogWriter::lossEnded);
        const auto flood = [&](const QStringList& how) {
            AppProcess process;
            QSignalSpy finished(&process, &AppProcess::finished);
            const LaunchPlan plan{subjectPath(), how, QDir::tempPath(), {}, {}, {}, {}};
            QVERIFY(process.start({plan, shellEnvironment(), {}, {}, {}}));
            writer.attach(process.out());
            QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
            writer.finish();
        };
        flood(args);
        QCOMPARE(began.size(), 1);
        const QByteArray stored = contentsOf(files.path(u"full/out.log"_s));
        QVERIFY2(stored.size() > 1'500'000, QByteArray::number(stored.size()).constData());
        QCOMPARE(stored, expected.first(stored.size()));
        QCOMPARE(writer.lostBytes(), expected.size() - stored.size());
        QCOMPARE(QFileInfo(files.path(u"full/out.log.idx"_s)).size() % logIndexEntrySize, 0);
        QVERIFY(flushLogs(targets)); // room again
        // Failed attempts are not repeated at once; what comes until then is lost as well.
        for (const QDeadlineTimer patience(10'000); ended.isEmpty() && !patience.hasExpired();)
            flood({u"flood"_s, u"1000"_s, u"exit"_s});
        QCOMPARE(ended.size(), 1);
        QCOMPARE(ended.first().first().toLongLong(), writer.lostBytes());
        QCOMPARE(QFileInfo(files.path(u"full/out.log"_s)).size(), 1'000);
    }
};

QTEST_GUILESS_MAIN(TestLogWriter)
#include "test_logwriter.moc"
