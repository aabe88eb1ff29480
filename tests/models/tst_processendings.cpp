// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/processendings.h"

#include <QCoreApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <cstdio>

using namespace tropero;
using namespace Qt::StringLiterals;

namespace {

/// This very program again, as something that runs until it is ended.
struct Child
{
    explicit Child(const QString& how)
    {
        process.start(QCoreApplication::applicationFilePath(), {how});
        runs = process.waitForReadyRead(20'000);
        if (const auto row = platform::readProcess(process.processId())) id = row->id;
    }
    ~Child()
    {
        process.kill();
        process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Child)

    QProcess process;
    bool runs = false;
    platform::ProcessId id;
};

} // namespace

class ProcessEndingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersWhoeverAsked();
    void goesOnWithoutWhoeverAsked();
    void tellsProblemsWithoutWhoeverAsked();
};

void ProcessEndingsTest::answersWhoeverAsked()
{
    Child child(u"-wait"_s);
    QVERIFY(child.runs);
    ProcessEndings endings;
    QSignalSpy failures(&endings, &ProcessEndings::failed);
    std::optional<platform::EndingReport> report;
    endings.end({child.id}, false, this, [&report](const platform::EndingReport& ended) { report = ended; });
    QVERIFY(endings.isEnding());
    QTRY_VERIFY_WITH_TIMEOUT(report, 20'000);
    QVERIFY(!endings.isEnding());
    QVERIFY(report->problems.isEmpty());
    QCOMPARE(report->ended.size() + report->killed.size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(child.process.state(), QProcess::NotRunning, 20'000);
    QVERIFY(failures.isEmpty());
}

void ProcessEndingsTest::goesOnWithoutWhoeverAsked()
{
    Child child(u"-stay"_s);
    QVERIFY(child.runs);
    ProcessEndings endings;
    bool answered = false;
    {
        QObject asks;
        endings.end({child.id}, false, &asks, [&answered](const platform::EndingReport&) { answered = true; });
    }
    QTRY_COMPARE_WITH_TIMEOUT(child.process.state(), QProcess::NotRunning, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(!endings.isEnding(), 20'000);
    QVERIFY(!answered);
}

void ProcessEndingsTest::tellsProblemsWithoutWhoeverAsked()
{
    const auto self = platform::readProcess(QCoreApplication::applicationPid()); // is never ended
    QVERIFY(self);
    ProcessEndings endings;
    QSignalSpy failures(&endings, &ProcessEndings::failed);
    endings.end({self->id}, false, nullptr, [](const platform::EndingReport&) {});
    QVERIFY(failures.wait(20'000));
    QVERIFY(failures.first().first().toString().contains(QString::number(self->id.pid)));
}

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.contains(u"-wait"_s) || arguments.contains(u"-stay"_s)) {
        if (arguments.contains(u"-stay"_s)) std::signal(SIGTERM, SIG_IGN);
        std::puts("waiting");
        std::fflush(stdout);
        return QCoreApplication::exec();
    }
    ProcessEndingsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_processendings.moc"
