// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox.h"

#include "platform/processes.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
namespace platform = tropero::platform;

bool isRunning(qint64 pid)
{
    const auto process = platform::readProcess(pid);
    return process && !process->zombie;
}

void killHard(qint64 pid)
{
    const auto process = platform::readProcess(pid);
    if (!process) return;
    (void)platform::sendSignal(process->id, u"SIGKILL"_s);
    // Until then its socket still takes connections.
    (void)QTest::qWaitFor([&process] { return !platform::isAlive(process->id); }, 5'000);
}

QByteArray readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Sandbox::Sandbox() : m_home(m_folder.filePath(u"home"_s)) {}

Sandbox::~Sandbox()
{
    if (QTest::currentTestFailed()) qWarning().noquote() << report();
    run({u"kill"_s});
    // A failed test may leave what "kill" cannot reach.
    for (const platform::ProcessId& process : platform::processesWithEnvironment("TROPERO_HOME", m_home.toUtf8())) {
        if (process.pid != QCoreApplication::applicationPid()) (void)platform::sendSignal(process, u"SIGKILL"_s);
    }
}

QProcessEnvironment Sandbox::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TROPERO_HOME"_s, m_home);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    return environment;
}

Outcome Sandbox::run(const QStringList& arguments, const QByteArray& input, const QStringList& variables) const
{
    QProcess process;
    QProcessEnvironment environment = this->environment();
    for (const QString& variable : variables) environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral(TROPERO_TEST_BIN "/tropero"), arguments);
    process.write(input);
    process.closeWriteChannel();
    Outcome outcome;
    if (!process.waitForFinished(30'000)) {
        process.kill();
        process.waitForFinished();
        outcome.err = "(timed out) ";
    } else {
        outcome.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    }
    outcome.out = process.readAllStandardOutput();
    outcome.err += process.readAllStandardError();
    return outcome;
}

void Sandbox::prepare(QProcess& process) const
{
    process.setProcessEnvironment(environment());
    process.setWorkingDirectory(m_folder.path());
    process.setProgram(QStringLiteral(TROPERO_TEST_BIN "/tropero"));
}

std::unique_ptr<QProcess> Sandbox::launch(const QStringList& arguments) const
{
    auto process = std::make_unique<QProcess>();
    prepare(*process);
    process->setArguments(arguments);
    process->start();
    process->waitForStarted();
    return process;
}

QString Sandbox::file(const QString& name, const QByteArray& content, bool executable) const
{
    const QString path = m_folder.filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) qFatal("cannot write the test file");
    if (executable) file.setPermissions(file.permissions() | QFile::ExeOwner | QFile::ExeUser);
    return path;
}

QJsonArray Sandbox::jlist() const
{
    return QJsonDocument::fromJson(run({u"jlist"_s}).out).array();
}

QJsonObject Sandbox::entry(const QString& name, int which) const
{
    const QJsonArray entries = jlist();
    for (const QJsonValue& value : entries) {
        if (value["name"_L1].toString() == name && which-- == 0) return value.toObject();
    }
    return {};
}

QString Sandbox::status(const QString& name, int which) const
{
    return entry(name, which)["pm2_env"_L1]["status"_L1].toString();
}

qint64 Sandbox::pid(const QString& name, int which) const
{
    return entry(name, which)["pid"_L1].toInteger();
}

int Sandbox::restarts(const QString& name, int which) const
{
    return entry(name, which)["pm2_env"_L1]["restart_time"_L1].toInt(-1);
}

QByteArray Sandbox::outLog(const QString& name, int which) const
{
    return readAll(entry(name, which)["pm2_env"_L1]["pm_out_log_path"_L1].toString());
}

qint64 Sandbox::daemonPid() const
{
    return readAll(m_home + u"/run/daemon.lock"_s).trimmed().toLongLong();
}

QList<qint64> Sandbox::daemons() const
{
    QList<qint64> pids;
    for (const platform::ProcessId& process : platform::processesWithEnvironment("TROPERO_HOME", m_home.toUtf8())) {
        const auto row = platform::readProcess(process.pid);
        if (row && !row->zombie && (row->name == "troperod"_L1 || row->name == "troperod.exe"_L1)) pids.append(process.pid);
    }
    return pids;
}

qint64 Sandbox::guardPid(const QString& name) const
{
    const QJsonArray apps = QJsonDocument::fromJson(run({u"list"_s, u"--json"_s}).out).array();
    for (const QJsonValue& app : apps) {
        if (app["spec"_L1]["name"_L1].toString() == name) return app["guardPid"_L1].toInteger();
    }
    return 0;
}

QList<qint64> Sandbox::appProcesses() const
{
    QList<qint64> pids;
    for (const platform::ProcessId& process : platform::processesWithEnvironment("TROPERO_HOME", m_home.toUtf8())) {
        if (platform::environmentVariableOf(process.pid, "TROPERO_INSTANCE") && platform::isAlive(process)) pids.append(process.pid);
    }
    return pids;
}

QByteArray Sandbox::report() const
{
    return "--- list\n" + run({u"list"_s}).out + "--- daemon.log\n" + readAll(m_home + u"/daemon.log"_s);
}
