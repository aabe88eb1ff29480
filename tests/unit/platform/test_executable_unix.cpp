// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/executable.h"
#include "platform/files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;
using namespace tropero::platform;
using Kind = ExecutableInfo::Kind;

class TestExecutable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kinds();
    void executablePermission();
    void unreadableFilesAreNamed();
    void findsByPath();
    void errorsListWhereItLooked();

private:
    QString make(const QString& name, const QByteArray& bytes, bool executable = false)
    {
        const QString path = m_folder.filePath(name);
        if (!writeFileAtomically(path, bytes)) return {};
        if (executable) QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }
    Kind kindOf(const QByteArray& bytes) { return inspectExecutable(make(u"probe"_s, bytes))->kind; }

    QTemporaryDir m_folder;
};

void TestExecutable::kinds()
{
    const auto self = inspectExecutable(QCoreApplication::applicationFilePath());
    QVERIFY(self.has_value());
    QCOMPARE(self->kind, Kind::Native);
    QCOMPARE(self->architecture, machineArchitecture());
    QVERIFY(self->executable);

    QFile file(QCoreApplication::applicationFilePath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray head = file.read(5'000);
    head[18] = '\x16'; // s390
    QCOMPARE(kindOf(head), Kind::ForeignBinary);
    QCOMPARE(kindOf("MZ" + QByteArray(200, '\0')), Kind::ForeignBinary);
    QCOMPARE(kindOf("console.log(1)"), Kind::Text);
    QCOMPARE(kindOf(""), Kind::Text);
    QCOMPARE(kindOf(QByteArray("\0\1\2", 3)), Kind::Data);
    const auto script = inspectExecutable(make(u"script"_s, "#!/usr/bin/env node\n1\n", true));
    QCOMPARE(script->kind, Kind::Script);
    QCOMPARE(script->interpreter, u"/usr/bin/env"_s);
    QCOMPARE(script->interpreterArgs, QStringList{u"node"_s});
    QVERIFY(script->executable);
}

void TestExecutable::executablePermission()
{
    QVERIFY(!inspectExecutable(make(u"plain"_s, "x"))->executable);
    QVERIFY(inspectExecutable(make(u"runs"_s, "x", true))->executable);
}

void TestExecutable::unreadableFilesAreNamed()
{
    const QString missing = m_folder.filePath(u"missing"_s);
    QCOMPARE(inspectExecutable(missing).error().code, ErrorCode::NotFound);
    QCOMPARE(inspectExecutable(missing).error().subject, missing);
    QCOMPARE(inspectExecutable(m_folder.path()).error().code, ErrorCode::Io);
}

void TestExecutable::findsByPath()
{
    QVERIFY(QDir(m_folder.path()).mkpath(u"one"_s));
    QVERIFY(QDir(m_folder.path()).mkpath(u"two/tool"_s));
    QVERIFY(QDir(m_folder.path()).mkpath(u"three"_s));
    make(u"one/tool"_s, "x");
    const QString tool = make(u"three/tool"_s, "x", true);
    const QString path = u"%1/one:%1/two:%1/three"_s.arg(m_folder.path());
    QCOMPARE(findProgram(u"tool"_s, path).value_or(QString()), tool);
    QCOMPARE(findProgram(tool, {}).value_or(QString()), tool);
    QVERIFY(findProgram(u"sh"_s, {}).has_value());
}

void TestExecutable::errorsListWhereItLooked()
{
    const auto none = findProgram(u"no-such-tool"_s, u"/nowhere/a:/nowhere/b"_s);
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::NotFound);
    QVERIFY2(none.error().why.contains(u"/nowhere/a, /nowhere/b"_s), qPrintable(none.error().why));
    const QString plain = make(u"plaintool"_s, "x");
    const auto refused = findProgram(u"plaintool"_s, m_folder.path());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NotExecutable);
    QCOMPARE(refused.error().subject, plain);
    QCOMPARE(findProgram(plain, {}).error().code, ErrorCode::NotExecutable);
    QCOMPARE(findProgram(u"./no-such-tool"_s, {}).error().code, ErrorCode::NotFound);
    QCOMPARE(findProgram({}, {}).error().code, ErrorCode::InvalidArgument);
}

QTEST_GUILESS_MAIN(TestExecutable)
#include "test_executable_unix.moc"
