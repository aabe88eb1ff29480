// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/programresolver.h"

#include "supervisionfixture.h"

using namespace Qt::StringLiterals;
using namespace tropero;

namespace {

/// A folder with programs of our own: what is installed on the machine must not matter.
class Sandbox
{
public:
    Sandbox() { QDir(m_folder.path()).mkpath(u"bin"_s); }

    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString folder() const { return m_folder.path(); }
    void program(const QString& name) { QVERIFY(writeText(path(u"bin/"_s + name), "#!/bin/sh\nexit 0\n", true)); }
    void file(const QString& name, const QByteArray& text, bool executable = false)
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QVERIFY(writeText(path(name), text, executable));
    }

    Result<LaunchPlan> resolve(const QString& script, const QString& interpreter = {}, const QStringList& args = {}) const
    {
        AppSpec spec;
        spec.name = u"app"_s;
        spec.script = script;
        spec.cwd = folder();
        spec.interpreter = interpreter;
        spec.args = args;
        return ProgramResolver({{u"PATH"_s, path(u"bin"_s)}}, ProgramResolver::Family::Unix).resolve(spec);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

class TestProgramResolver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (ProgramResolver::thisFamily() == ProgramResolver::Family::Windows)
            QSKIP("programs without an extension are no programs there");
    }

    void extensions_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("program");
        QTest::newRow("js") << u"app.js"_s << u"node"_s;
        QTest::newRow("mjs") << u"app.mjs"_s << u"node"_s;
        QTest::newRow("cjs") << u"app.cjs"_s << u"node"_s;
        QTest::newRow("upper case") << u"APP.JS"_s << u"node"_s;
        QTest::newRow("sh") << u"app.sh"_s << u"bash"_s;
        QTest::newRow("py") << u"app.py"_s << u"python3"_s;
        QTest::newRow("rb") << u"app.rb"_s << u"ruby"_s;
        QTest::newRow("php") << u"app.php"_s << u"php"_s;
        QTest::newRow("pl") << u"app.pl"_s << u"perl"_s;
        QTest::newRow("ts") << u"app.ts"_s << u"bun"_s;
        QTest::newRow("tsx") << u"app.tsx"_s << u"bun"_s;
        QTest::newRow("text") << u"app"_s << u"node"_s;
        QTest::newRow("spaces, quotes, accents") << u"mi aplicaci\u00f3n \"x\" it's/\u00f1and\u00fa app.js"_s << u"node"_s;
    }
    void extensions()
    {
        QFETCH(QString, script);
        QFETCH(QString, program);
        Sandbox box;
        box.program(program);
        box.file(script, "text\n");
        const Result<LaunchPlan> plan = box.resolve(script, {}, {u"--flag"_s, u"a b"_s});
        QVERIFY2(plan, qUtf8Printable(plan ? QString() : plan.error().message()));
        QCOMPARE(plan->program, box.path(u"bin/"_s + program));
        QCOMPARE(plan->interpreterPath, plan->program);
        QCOMPARE(plan->scriptPath, box.path(script));
        QCOMPARE(plan->arguments, (QStringList{box.path(script), u"--flag"_s, u"a b"_s}));
        QCOMPARE(plan->workingFolder, box.folder());
        QCOMPARE(plan->variables.contains(u"PYTHONUNBUFFERED"_s), program == u"python3"_s);
    }

    void plainPythonIsSecondChoice()
    {
        Sandbox box;
        box.program(u"python"_s);
        box.file(u"app.py"_s, "pass\n");
        QCOMPARE(box.resolve(u"app.py"_s)->program, box.path(u"bin/python"_s));
    }

    void configuredInterpreter()
    {
        Sandbox box;
        box.program(u"mine"_s);
        box.file(u"app.js"_s, "1\n");
        QCOMPARE(box.resolve(u"app.js"_s, u"mine"_s)->program, box.path(u"bin/mine"_s));
        QCOMPARE(box.resolve(u"app.js"_s, u"./bin/mine"_s)->program, box.path(u"bin/mine"_s));
        AppSpec spec;
        spec.script = u"app.js"_s;
        spec.cwd = box.folder();
        spec.interpreter = u"mine"_s;
        spec.interpreterArgs = QStringList{u"-a"_s, u"-b"_s};
        spec.args = QStringList{u"c"_s};
        const Result<LaunchPlan> plan = ProgramResolver({{u"PATH"_s, box.path(u"bin"_s)}}).resolve(spec);
        QCOMPARE(plan->arguments, (QStringList{u"-a"_s, u"-b"_s, box.path(u"app.js"_s), u"c"_s}));
    }

    void programsRunThemselves()
    {
        Sandbox box;
        box.program(u"npm"_s);
        box.file(u"run-me"_s, "#!/bin/sh\n", true);
        box.file(u"app.js"_s, "#!/bin/sh\n", true);
        const Result<LaunchPlan> npm = box.resolve(u"npm"_s, {}, {u"run"_s, u"dev"_s});
        QCOMPARE(npm->program, box.path(u"bin/npm"_s));
        QCOMPARE(npm->arguments, (QStringList{u"run"_s, u"dev"_s}));
        QVERIFY(npm->interpreterPath.isEmpty());
        QCOMPARE(box.resolve(u"run-me"_s)->program, box.path(u"run-me"_s));
        QCOMPARE(box.resolve(u"app.js"_s, u"none"_s)->program, box.path(u"app.js"_s));
        const Result<LaunchPlan> binary = box.resolve(subjectPath());
        QCOMPARE(binary->program, subjectPath());
        QVERIFY(binary->interpreterPath.isEmpty());
    }

    void fileInFolderComesBeforePath()
    {
        Sandbox box;
        box.program(u"tool"_s);
        box.file(u"tool"_s, "#!/bin/sh\n", true);
        QCOMPARE(box.resolve(u"tool"_s)->program, box.path(u"tool"_s));
    }

    void commandLines()
    {
        Sandbox box;
        box.program(u"sh"_s);
        Result<LaunchPlan> plan = box.resolve(u"echo hi && sleep 1"_s);
        QCOMPARE(plan->program, box.path(u"bin/sh"_s));
        QCOMPARE(plan->arguments, (QStringList{u"-c"_s, u"echo hi && sleep 1"_s}));
        box.program(u"bash"_s);
        QCOMPARE(box.resolve(u"echo hi"_s)->program, box.path(u"bin/bash"_s));
        box.program(u"node"_s);
        box.file(u"my app.js"_s, "1\n");
        QCOMPARE(box.resolve(u"my app.js"_s)->program, box.path(u"bin/node"_s));
    }

    void windowsCommandLines()
    {
        Sandbox box;
        AppSpec spec;
        spec.cwd = box.folder();
        spec.script = u"npm run \"my task\""_s;
        const ProgramResolver resolver({{u"Path"_s, box.path(u"bin"_s)}, {u"ComSpec"_s, u"C:/cmd.exe"_s}}, ProgramResolver::Family::Windows);
        Result<LaunchPlan> plan = resolver.resolve(spec);
        QCOMPARE(plan->program, u"C:/cmd.exe"_s);
        QCOMPARE(plan->arguments, QStringList());
        QCOMPARE(plan->commandLine, uR"(/d /e:ON /v:OFF /s /c "npm run "my task"")"_s);
        spec.script = u"\"C:/my tools/x.cmd\" 1"_s;
        QCOMPARE(resolver.resolve(spec)->commandLine, uR"(/d /e:ON /v:OFF /s /c ""C:/my tools/x.cmd" 1")"_s);
    }

    void failures_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("interpreter");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("hint");
        QTest::newRow("nothing") << QString() << QString() << ErrorCode::InvalidArgument << u"script"_s;
        QTest::newRow("not found") << u"nothing.js"_s << QString() << ErrorCode::NotFound << u"PATH"_s;
        QTest::newRow("typo") << u"serevr.js"_s << QString() << ErrorCode::NotFound << u"server.js"_s;
        QTest::newRow("no extension") << u"server"_s << QString() << ErrorCode::NotFound << u"server.js"_s;
        QTest::newRow("no such folder") << u"nowhere/app.js"_s << QString() << ErrorCode::NotFound << u"nowhere"_s;
        QTest::newRow("folder") << u"project"_s << QString() << ErrorCode::InvalidArgument << u"npm"_s;
        QTest::newRow("plain folder") << u"bin"_s << QString() << ErrorCode::InvalidArgument << u"folder"_s;
        QTest::newRow("not executable") << u"tool"_s << QString() << ErrorCode::NotExecutable << u"chmod +x"_s;
        QTest::newRow("no node") << u"server.js"_s << QString() << ErrorCode::MissingInterpreter << u"node"_s;
        QTest::newRow("no bun") << u"app.ts"_s << QString() << ErrorCode::MissingInterpreter << u"strip-types"_s;
        QTest::newRow("no such interpreter") << u"server.js"_s << u"nodejs-99"_s << ErrorCode::MissingInterpreter << u"nodejs-99"_s;
        QTest::newRow("no such interpreter path") << u"server.js"_s << u"./venv/python"_s << ErrorCode::MissingInterpreter << u"venv"_s;
        QTest::newRow("bad #! line") << u"broken"_s << QString() << ErrorCode::MissingInterpreter << u"/no/such/program"_s;
        QTest::newRow("env without its program") << u"env-script"_s << QString() << ErrorCode::MissingInterpreter << u"no-such-tool"_s;
    }
    void failures()
    {
        QFETCH(QString, script);
        QFETCH(QString, interpreter);
        QFETCH(ErrorCode, code);
        QFETCH(QString, hint);
        Sandbox box;
        box.file(u"server.js"_s, "1\n");
        box.file(u"app.ts"_s, "1\n");
        box.file(u"tool"_s, "#!/bin/sh\n");
        box.file(u"broken"_s, "#!/no/such/program\n", true);
        box.file(u"env-script"_s, "#!/usr/bin/env -S no-such-tool --x\n", true);
        box.file(u"project/package.json"_s, "{}\n");
        const Result<LaunchPlan> plan = box.resolve(script, interpreter);
        QVERIFY(!plan);
        QCOMPARE(plan.error().code, code);
        QVERIFY2(plan.error().message().contains(hint), qUtf8Printable(plan.error().message()));
        QVERIFY(!plan.error().remedy.isEmpty());
    }

    void missingFolder()
    {
        Sandbox box;
        AppSpec spec;
        spec.script = u"app.js"_s;
        spec.cwd = box.path(u"gone"_s);
        const Result<LaunchPlan> plan = ProgramResolver({}).resolve(spec);
        QCOMPARE(plan.error().code, ErrorCode::MissingFolder);
        QVERIFY(plan.error().message().contains(spec.cwd));
    }

    void wrongArchitecture()
    {
        Sandbox box;
        // The head of an ELF file for s390x.
        QByteArray elf = QByteArray::fromHex("7f454c4602020100000000000000000000020016000000010000000000000000");
        elf.append(QByteArray(64, '\0'));
        box.file(u"foreign"_s, elf, true);
        const Result<LaunchPlan> plan = box.resolve(u"foreign"_s);
        QVERIFY(!plan);
        QCOMPARE(plan.error().code, ErrorCode::WrongArchitecture);
        QVERIFY2(plan.error().message().contains(u"s390x"_s), qUtf8Printable(plan.error().message()));
    }
};

QTEST_GUILESS_MAIN(TestProgramResolver)
#include "test_programresolver.moc"
