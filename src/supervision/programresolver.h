// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "supervision/launchplan.h"

#include <QCoreApplication>

namespace tropero {

/// Finds out what to run for a spec, by PM2's rules: the script as a path against cwd, then by PATH; a script with a space that is no file
/// is a command line for the shell. The interpreter is the configured one, else the extension's, else the file itself when it is a
/// binary or has a #! line, else Node. "node@18" and the like name an installed version of Node (see NodeVersions). Reads the file system, starts nothing.
class ProgramResolver
{
    Q_DECLARE_TR_FUNCTIONS(ProgramResolver)

public:
    enum class Family { Unix, Windows };

    /// `environment` is what the app will get; its PATH is the one searched.
    explicit ProgramResolver(const EnvironmentMap& environment, Family family = thisFamily());

    /// Errors: InvalidArgument, MissingFolder (cwd), NotFound (says where it looked and names the nearest file), NotExecutable,
    /// WrongArchitecture, MissingInterpreter, PermissionDenied, Io. Their remedy says what to do.
    Result<LaunchPlan> resolve(const AppSpec& spec) const;

    static Family thisFamily();

private:
    struct Located;
    Result<QString> workingFolder(const AppSpec& spec) const;
    Result<Located> locate(const QString& script, const QString& folder) const;
    std::unexpected<Error> notFound(const QString& script, const QString& folder) const;
    Result<QString> findInterpreter(const QString& name, const QString& folder, const QString& script) const;
    Result<LaunchPlan> withInterpreter(LaunchPlan plan, const AppSpec& spec, const QString& interpreter) const;
    Result<LaunchPlan> byContent(LaunchPlan plan, const AppSpec& spec, bool foundInPath) const;
    Result<LaunchPlan> bunScript(LaunchPlan plan, const AppSpec& spec) const;
    Result<LaunchPlan> pythonScript(LaunchPlan plan, const AppSpec& spec) const;
    Result<LaunchPlan> shellCommand(LaunchPlan plan, const AppSpec& spec) const;
    Result<LaunchPlan> batchFile(LaunchPlan plan, const AppSpec& spec) const;
    Result<LaunchPlan> byCommandProcessor(LaunchPlan plan, const Result<QString>& commandLine) const;
    LaunchPlan itself(LaunchPlan plan, const AppSpec& spec) const;
    QString commandProcessor() const;

    EnvironmentMap m_environment;
    QString m_path;
    QString m_comSpec;
    Family m_family;
};

} // namespace tropero
