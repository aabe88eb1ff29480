// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/files.h"
#include "platform/processes.h"
#include "platform/processtree.h"
#include "supervision/captureclock.h"
#include "supervision/instance.h"
#include "supervision/launcher.h"
#include "supervision/logfiles.h"
#include "supervision/nodeprogram.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

namespace tropero {

inline QByteArray contentsOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool writeText(const QString& path, const QByteArray& text, bool executable = false)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return false;
    return !executable || file.setPermissions(file.permissions() | QFileDevice::ExeOwner | QFileDevice::ExeUser);
}

inline EnvironmentMap shellEnvironment()
{
    EnvironmentMap map;
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList names = environment.keys();
    for (const QString& name : names)
        map.insert(name, environment.value(name));
    return map;
}

/// With its drive letter where there are any.
inline QString subjectPath()
{
    return QFileInfo(QStringLiteral(TROPERO_TEST_SUBJECT)).absoluteFilePath();
}

inline QString target(const QString& name)
{
    return QFileInfo(QStringLiteral(TROPERO_TEST_TARGETS) + QLatin1Char('/') + name).absoluteFilePath();
}

inline bool isRunning(qint64 pid)
{
    const std::optional<platform::ProcessUsage> process = platform::readProcess(pid);
    return process && !process->zombie;
}

/// A home folder of its own and everything that an instance needs; instances are killed at the end.
struct SupervisionFixture
{
    QTemporaryDir folder;
    platform::ProcessTree tree{QByteArrayLiteral("TROPERO_RUN")};
    Launcher launcher{agentEndpoint(), tree};
    LogFiles files;
    std::vector<std::unique_ptr<Instance>> instances;
    QList<InstanceEvent> events;

    QString path(const QString& name) const { return folder.filePath(name); }
    QString agentEndpoint() const { return platform::agentEndpoint(folder.path(), QStringLiteral("app")); }
    QString outLog(int number = 0) const { return path(QStringLiteral("app-%1-out.log").arg(number)); }
    QString errorLog(int number = 0) const { return path(QStringLiteral("app-%1-error.log").arg(number)); }

    AppSpec subject(const QStringList& args) const
    {
        AppSpec spec;
        spec.name = QStringLiteral("app");
        spec.script = subjectPath();
        spec.cwd = folder.path();
        spec.args = args;
        return spec;
    }

    AppSpec script(const QString& name, const QStringList& args = {}) const
    {
        AppSpec spec = subject(args);
        spec.script = target(name);
        return spec;
    }

    AppSetup setup(const AppSpec& spec) const
    {
        AppSetup app;
        app.id = QStringLiteral("app");
        app.spec = spec;
        app.shellEnvironment = shellEnvironment();
        app.home = folder.path();
        app.logBase = QStringLiteral("app");
        app.logsFolder = app.pidsFolder = folder.path();
        const QString programs = QFileInfo(QStringLiteral(TROPERO_TEST_BIN)).absoluteFilePath();
        app.agentFolder = agentFolder(programs);
        app.guardProgram = programs + QStringLiteral("/tropero-guard");
        return app;
    }

    InstanceSetup own(int number, bool wantedUp = false) const
    {
        return {number, number, wantedUp, 0, 1, outLog(number), errorLog(number)};
    }

    Instance* make(const AppSpec& spec, int number = 0)
    {
        const LogFile::Limits limits{spec.logs.maxSize, spec.logs.maxAge, spec.logs.keep};
        const auto clock = std::make_shared<CaptureClock>();
        const Instance::Logs logs{{files.open(outLog(number), limits), nullptr, clock, {}}, {files.open(errorLog(number), limits), nullptr, clock, {}}};
        instances.push_back(std::make_unique<Instance>(std::make_shared<const AppSetup>(setup(spec)), own(number), logs, launcher, tree));
        Instance* instance = instances.back().get();
        QObject::connect(instance, &Instance::happened, instance, [this](const InstanceEvent& event) { events.append(event); });
        return instance;
    }

    int count(InstanceEvent::Kind kind) const
    {
        return static_cast<int>(std::count_if(events.begin(), events.end(), [kind](const InstanceEvent& event) { return event.kind == kind; }));
    }
};

} // namespace tropero
