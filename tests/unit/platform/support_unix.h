// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/outputpipe.h"
#include "platform/processes.h"
#include "platform/processstart.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <memory>

/// A program started the way the guard does it.
struct StartedApp
{
    QProcess process;
    tropero::platform::OutputPipe out{tropero::platform::OutputPipe::Stream::Out};
    tropero::platform::OutputPipe error{tropero::platform::OutputPipe::Stream::Error};

    bool start(const QString& program, const QStringList& arguments, const QString& marker = {})
    {
        if (!out.open() || !error.open()) return false;
        if (!tropero::platform::ProcessStart::prepare(process, out, error)) return false;
        if (!marker.isEmpty()) {
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("TEST_INSTANCE"), marker);
            process.setProcessEnvironment(environment);
        }
        process.start(program, arguments);
        const bool runs = process.waitForStarted(10'000);
        out.started();
        error.started();
        return runs;
    }

    bool shell(const QString& script, const QString& marker = {})
    {
        return start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), script}, marker);
    }

    tropero::platform::ProcessId id() const
    {
        const auto row = tropero::platform::readProcess(process.processId());
        return row ? row->id : tropero::platform::ProcessId{};
    }

    ~StartedApp()
    {
        if (process.state() == QProcess::NotRunning) return;
        process.kill();
        process.waitForFinished(5'000);
    }
};

/// Content of a small file that another process writes; empty while it is not there.
inline QString contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The process with the pid that a script wrote to a file.
inline tropero::platform::ProcessId processIn(const QString& path)
{
    const auto row = tropero::platform::readProcess(contentOf(path).trimmed().toLongLong());
    return row ? row->id : tropero::platform::ProcessId{};
}
