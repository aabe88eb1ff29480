// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

/// What a program run to its end gave.
struct Outcome
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

/// A fresh home with the real programs. Whatever was started in it is ended with it, also when a test fails.
class Sandbox
{
public:
    Sandbox();
    ~Sandbox();

    /// Runs the command line tool to its end (30 s at most).
    Outcome run(const QStringList& arguments, const QByteArray& input = {}, const QStringList& environment = {}) const;
    /// Makes it the command line tool in this home; it is not started.
    void prepare(QProcess& process) const;
    /// Starts the command line tool and leaves it running.
    std::unique_ptr<QProcess> launch(const QStringList& arguments) const;

    QString home() const { return m_home; }
    QString folder() const { return m_folder.path(); }
    /// Writes a file into the working folder and returns its path.
    QString file(const QString& name, const QByteArray& content, bool executable = false) const;

    /// Entries of jlist.
    QJsonArray jlist() const;
    /// The entry of that name (the n-th of them).
    QJsonObject entry(const QString& name, int which = 0) const;
    QString status(const QString& name, int which = 0) const;
    qint64 pid(const QString& name, int which = 0) const;
    int restarts(const QString& name, int which = 0) const;
    QByteArray outLog(const QString& name, int which = 0) const;
    qint64 daemonPid() const;
    /// Pids of all daemons that run for this home.
    QList<qint64> daemons() const;
    qint64 guardPid(const QString& name) const;
    /// Pids of the living processes of that home's apps (by their environment), guards and daemon left out.
    QList<qint64> appProcesses() const;

    /// Daemon log and listing, for failure messages.
    QByteArray report() const;

private:
    QProcessEnvironment environment() const;

    QTemporaryDir m_folder;
    QString m_home;
};

bool isRunning(qint64 pid);
void killHard(qint64 pid);
QByteArray readAll(const QString& path);
