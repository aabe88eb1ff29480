// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/processspec.h"

#include "client/machineprocesses.h"

#include <QDir>
#include <QFileInfo>

namespace tropero {

using namespace Qt::StringLiterals;

std::optional<AppSpec> processSpec(const MachineProcess& process)
{
    if (process.commandLine.isEmpty() || process.executable.isEmpty() || process.folder.isEmpty() || !process.script.title.isEmpty())
        return std::nullopt;
    AppSpec spec;
    spec.cwd = process.folder;
    const QFileInfo script(QDir(process.folder), process.script.script);
    if (!process.script.script.isEmpty() && script.isFile()) {
        spec.script = QDir::cleanPath(script.absoluteFilePath());
        spec.args = process.script.args;
        spec.interpreter = process.executable;
        spec.interpreterArgs = process.script.interpreterArgs;
        spec.name = script.completeBaseName();
    } else {
        // A prompt, code in the command line, a task of a package: the program itself is what is run.
        spec.script = process.executable;
        spec.args = process.commandLine.sliced(1);
        spec.interpreter = u"none"_s;
        spec.name = QFileInfo(process.executable).completeBaseName();
    }
    if (!process.project.isEmpty())
        spec.name = process.project;
    return spec;
}

} // namespace tropero
