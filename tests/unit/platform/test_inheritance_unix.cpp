// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/descriptor_unix.h"
#include "platform/processstart.h"
#include "support_unix.h"

#include <QTemporaryDir>

#include <fcntl.h>
#include <unistd.h>

#include <vector>

using namespace Qt::StringLiterals;
using namespace tropero;
using namespace tropero::platform;

/// What a child gets of its parent's descriptors.
class TestInheritance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theyBecomeThreeAndOn();
    void anyOrderWorks();
    void lowNumbersAreFreeInTheParent();
    void theParentKeepsItsOwn();
    void aMissingProgramIsStillReported();
    void closedOnesAreAFailure();
    void tooManyAreRefused();

private:
    /// The files that the child has as 3, 4, ..., by name.
    QStringList inheritedBy(const QList<int>& descriptors);

    QTemporaryDir m_folder;
    std::vector<Descriptor> m_files; ///< a, b, c, each with its name as content
};

void TestInheritance::init()
{
    m_files.clear();
    for (const char* name : {"a", "b", "c"}) {
        const QString path = m_folder.filePath(QLatin1StringView(name));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        m_files.emplace_back(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC));
    }
}

QStringList TestInheritance::inheritedBy(const QList<int>& descriptors)
{
    StartedApp app;
    if (!app.out.open() || !app.error.open() || !ProcessStart::prepare(app.process, app.out, app.error, {}, {}, descriptors)) return {u"not prepared"_s};
    // The folder that the shell itself reads is closed again when it is looked at.
    app.process.start(u"/bin/sh"_s, {u"-c"_s, u"for n in /proc/$$/fd/*; do [ ${n##*/} -gt 2 ] && [ -e $n ] && echo ${n##*/}=$(basename $(readlink $n)); done"_s});
    if (!app.process.waitForStarted()) return {u"not started"_s};
    app.out.started();
    app.error.started();
    if (!app.process.waitForFinished(10'000)) return {u"not finished"_s};
    return QString::fromUtf8(app.out.read(1000)).split(u'\n', Qt::SkipEmptyParts);
}

void TestInheritance::theyBecomeThreeAndOn()
{
    QCOMPARE(inheritedBy({m_files[0].get(), m_files[1].get(), m_files[2].get()}), (QStringList{u"3=a"_s, u"4=b"_s, u"5=c"_s}));
    QCOMPARE(inheritedBy({m_files[1].get()}), QStringList{u"3=b"_s});
    QCOMPARE(inheritedBy({}), QStringList());
}

void TestInheritance::anyOrderWorks()
{
    // Their numbers are the places of others.
    m_files.clear();
    QList<int> numbers;
    for (const char* name : {"a", "b", "c"})
        numbers.append(::open(QFile::encodeName(m_folder.filePath(QLatin1StringView(name))).constData(), O_RDONLY | O_CLOEXEC));
    for (const int number : std::as_const(numbers))
        m_files.emplace_back(number);
    const QStringList names{u"a"_s, u"b"_s, u"c"_s};
    for (const QList<int>& order : {QList<int>{2, 1, 0}, QList<int>{1, 2, 0}, QList<int>{0, 2, 1}, QList<int>{2, 0, 1}, QList<int>{0, 0, 2}}) {
        QList<int> descriptors;
        QStringList expected;
        for (const int index : order) {
            expected.append(u"%1=%2"_s.arg(3 + descriptors.size()).arg(names.at(index)));
            descriptors.append(numbers.at(index));
        }
        QCOMPARE(inheritedBy(descriptors), expected);
    }
}

void TestInheritance::lowNumbersAreFreeInTheParent()
{
    // As high as they can be, so that 3 and on belong to whatever QProcess opens.
    QList<int> high;
    for (Descriptor& file : m_files) {
        high.append(::fcntl(file.get(), F_DUPFD_CLOEXEC, 200));
        file = Descriptor(high.constLast());
    }
    QCOMPARE(inheritedBy(high), (QStringList{u"3=a"_s, u"4=b"_s, u"5=c"_s}));
}

void TestInheritance::theParentKeepsItsOwn()
{
    const int number = m_files[0].get();
    QCOMPARE(inheritedBy({number}), QStringList{u"3=a"_s});
    QVERIFY((::fcntl(number, F_GETFD) & FD_CLOEXEC) != 0);
    int before = 0;
    int after = 0;
    for (int i = 0; i < 300; ++i)
        before += ::fcntl(i, F_GETFD) >= 0 ? 1 : 0;
    QCOMPARE(inheritedBy({number, number}).size(), 2);
    for (int i = 0; i < 300; ++i)
        after += ::fcntl(i, F_GETFD) >= 0 ? 1 : 0;
    QCOMPARE(after, before);
}

void TestInheritance::aMissingProgramIsStillReported()
{
    StartedApp app;
    QVERIFY(app.out.open() && app.error.open());
    QVERIFY(ProcessStart::prepare(app.process, app.out, app.error, {}, {}, {m_files[0].get(), m_files[1].get()}));
    app.process.start(u"/nowhere/program"_s, QStringList());
    QVERIFY(!app.process.waitForStarted());
    QCOMPARE(app.process.error(), QProcess::FailedToStart);
}

void TestInheritance::closedOnesAreAFailure()
{
    StartedApp app;
    QVERIFY(app.out.open() && app.error.open());
    QVERIFY(ProcessStart::prepare(app.process, app.out, app.error, {}, {}, {999}));
    app.process.start(u"/bin/true"_s, QStringList());
    QVERIFY(app.process.waitForFinished(10'000));
    QCOMPARE(app.process.exitCode(), 126);
}

void TestInheritance::tooManyAreRefused()
{
    StartedApp app;
    QVERIFY(app.out.open() && app.error.open());
    const auto prepared = ProcessStart::prepare(app.process, app.out, app.error, {}, {}, QList<int>(65, m_files[0].get()));
    QVERIFY(!prepared);
    QCOMPARE(prepared.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(inheritedBy(QList<int>(64, m_files[0].get())).size(), 64);
}

QTEST_GUILESS_MAIN(TestInheritance)
#include "test_inheritance_unix.moc"
