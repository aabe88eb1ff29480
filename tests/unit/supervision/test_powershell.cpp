// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/programresolver.h"

#include "supervisionfixture.h"

using namespace Qt::StringLiterals;
using namespace tropero;

/// How PowerShell scripts are started; what PowerShell makes of it needs a PowerShell.
class TestPowerShell : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    Result<LaunchPlan> planOf(const AppSpec& spec, ProgramResolver::Family family = ProgramResolver::Family::Windows) const
    {
        return ProgramResolver({{u"PATH"_s, m_folder.filePath(u"bin"_s)}}, family).resolve(spec);
    }
    QString program(const QString& name) const
    {
        // With the suffix it has to have on Windows; nowhere else does one matter.
        return m_folder.filePath(u"bin/"_s + name) + (ProgramResolver::thisFamily() == ProgramResolver::Family::Windows ? u".exe"_s : QString());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir(m_folder.path()).mkpath(u"bin"_s));
        for (const QString& name : {u"powershell"_s, u"pwsh"_s, u"mine"_s}) QVERIFY(writeText(program(name), "#!/bin/sh\n", true));
        if (ProgramResolver::thisFamily() == ProgramResolver::Family::Unix) { // names are taken as they are written there
            for (const QString& name : {u"PowerShell.EXE"_s, u"pwsh.exe"_s}) QVERIFY(writeText(program(name), "#!/bin/sh\n", true));
        }
        QVERIFY(writeText(m_folder.filePath(u"serve it.ps1"_s), "Write-Output $args\r\n", true));
    }

    void argumentsComeAfterTheFile()
    {
        AppSpec spec;
        spec.script = u"serve it.ps1"_s;
        spec.cwd = m_folder.path();
        spec.args = QStringList{u"-Port"_s, u"8080"_s, u"a \"b\" & $c; d"_s, QString()};
        const Result<LaunchPlan> plan = planOf(spec);
        QVERIFY2(plan, plan ? "" : qUtf8Printable(plan.error().message()));
        QCOMPARE(plan->program, program(u"powershell"_s));
        // After -File all is taken to the letter: no text of an argument is a command.
        QCOMPARE(plan->arguments, (QStringList{u"-NoProfile"_s, u"-ExecutionPolicy"_s, u"Bypass"_s, u"-File"_s, m_folder.filePath(u"serve it.ps1"_s)} + spec.args));
        QVERIFY(plan->commandLine.isEmpty());
    }

    void ownArgumentsOfPowerShellComeBeforeTheFile()
    {
        AppSpec spec;
        spec.script = u"serve it.ps1"_s;
        spec.cwd = m_folder.path();
        spec.interpreterArgs = QStringList{u"-Sta"_s};
        const Result<LaunchPlan> plan = planOf(spec);
        QVERIFY(plan);
        QCOMPARE(plan->arguments.mid(3, 2), (QStringList{u"-Sta"_s, u"-File"_s}));
    }

    void namedPowerShellGetsTheSame_data()
    {
        QTest::addColumn<QString>("interpreter");
        QTest::addColumn<QStringList>("own");
        QTest::addColumn<QStringList>("before"); // the script
        const QStringList usual{u"-NoProfile"_s, u"-ExecutionPolicy"_s, u"Bypass"_s};
        const QStringList file{u"-File"_s};
        for (const QString& name : {u"powershell"_s, u"PowerShell.EXE"_s, u"pwsh"_s, u"pwsh.exe"_s, program(u"pwsh"_s)})
            QTest::addRow("%s", qPrintable(name.section(u'/', -1) + (name.contains(u'/') ? u" by its path"_s : QString()))) << name << QStringList() << usual + file;
        QTest::newRow("own arguments") << u"pwsh"_s << QStringList{u"-NoLogo"_s} << usual + QStringList{u"-NoLogo"_s} + file;
        QTest::newRow("own policy, which comes later and counts") << QString() << QStringList{u"-ExecutionPolicy"_s, u"RemoteSigned"_s}
                                             << usual + QStringList{u"-ExecutionPolicy"_s, u"RemoteSigned"_s} + file;
        // As config files for other managers have it
        for (const QString& own : {u"-File"_s, u"-f"_s, u"-Command"_s, u"--file"_s})
            QTest::addRow("own %s", qPrintable(own)) << u"powershell"_s << QStringList{u"-NoLogo"_s, own} << QStringList{u"-NoLogo"_s, own};
        QTest::newRow("own -File, by the ending") << QString() << file << file;
    }
    void namedPowerShellGetsTheSame()
    {
        QFETCH(QString, interpreter);
        QFETCH(QStringList, own);
        QFETCH(QStringList, before);
        AppSpec spec;
        spec.script = u"serve it.ps1"_s;
        spec.cwd = m_folder.path();
        spec.interpreter = interpreter;
        spec.interpreterArgs = own;
        spec.args = QStringList{u"-Port"_s, u"a & b"_s};
        const Result<LaunchPlan> plan = planOf(spec);
        QVERIFY2(plan, plan ? "" : qUtf8Printable(plan.error().message()));
        QCOMPARE(plan->arguments, before + QStringList{m_folder.filePath(u"serve it.ps1"_s)} + spec.args);
    }

    void otherFilesAreLeftToPowerShell()
    {
        QVERIFY(writeText(m_folder.filePath(u"serve"_s), "Write-Output 1\n", true)); // -File takes scripts that end in .ps1 only
        AppSpec spec;
        spec.script = u"serve"_s;
        spec.cwd = m_folder.path();
        spec.interpreter = u"powershell"_s;
        const Result<LaunchPlan> plan = planOf(spec);
        QVERIFY(plan);
        QCOMPARE(plan->arguments, QStringList{m_folder.filePath(u"serve"_s)});
    }

    void anotherShellCanBeChosen()
    {
        AppSpec spec;
        spec.script = u"serve it.ps1"_s;
        spec.cwd = m_folder.path();
        QCOMPARE(planOf(spec, ProgramResolver::Family::Unix)->program, program(u"pwsh"_s));
        spec.interpreter = u"mine"_s;
        const Result<LaunchPlan> plan = planOf(spec);
        QVERIFY(plan);
        QCOMPARE(plan->program, program(u"mine"_s));
        QCOMPARE(plan->arguments, QStringList{m_folder.filePath(u"serve it.ps1"_s)});
    }
};

QTEST_GUILESS_MAIN(TestPowerShell)
#include "test_powershell.moc"
