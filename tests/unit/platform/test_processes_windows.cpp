// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/processdetails.h"
#include "platform/processes.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero::platform;

/// What other processes tell of themselves, without a child process to ask them.
class TestProcessesWindows : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QProcess m_subject;
    const QStringList m_arguments{u"wait"_s, u"a b"_s, u"say \"hi\""_s, u"back\\"_s, u"ñandú 日本 🚀"_s, QString()};

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir(m_folder.path()).mkpath(u"naïve 🚀"_s));
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"Tropero_Test"_s, u"ñ 🚀"_s);
        m_subject.setProcessEnvironment(environment);
        m_subject.setWorkingDirectory(m_folder.filePath(u"naïve 🚀"_s));
        m_subject.start(QCoreApplication::applicationDirPath() + "/tropero-test-subject.exe"_L1, m_arguments);
        QVERIFY(m_subject.waitForStarted());
    }
    void cleanupTestCase()
    {
        m_subject.kill();
        QVERIFY(m_subject.waitForFinished());
    }

    void commandLine()
    {
        const ProcessDetails details = processDetails(m_subject.processId());
        QCOMPARE(QFileInfo(details.executable).fileName(), u"tropero-test-subject.exe"_s);
        QCOMPARE(details.commandLine.sliced(1), m_arguments);
        QVERIFY(processDetails(-5).commandLine.isEmpty());
    }

    void folder()
    {
        QCOMPARE(QFileInfo(folderOf(m_subject.processId())).canonicalFilePath(), QFileInfo(m_folder.filePath(u"naïve 🚀"_s)).canonicalFilePath());
        QVERIFY(folderOf(-5).isEmpty());
    }

    void environment()
    {
        QCOMPARE(environmentVariableOf(m_subject.processId(), "TROPERO_TEST"), QByteArray("ñ 🚀")); // names have no case there
        QVERIFY(!environmentVariableOf(m_subject.processId(), "TROPERO_NONE"));
    }

    void identity()
    {
        const auto row = readProcess(m_subject.processId());
        QVERIFY(row);
        QCOMPARE(row->parent, QCoreApplication::applicationPid());
        QVERIFY(row->residentBytes > 0 && row->threads >= 1);
        QVERIFY(belongsToThisUser(m_subject.processId()));
        const qint64 age = QDateTime::currentMSecsSinceEpoch() - startedAt(row->id);
        QVERIFY2(age >= -1'000 && age < 120'000, QByteArray::number(age).constData());
    }
};

QTEST_GUILESS_MAIN(TestProcessesWindows)
#include "test_processes_windows.moc"
