// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>
#include <QStringList>

namespace tropero::platform {

struct ExecutableInfo
{
    enum class Kind {
        Native,       ///< a binary for this machine
        ForeignBinary,///< a binary for another architecture or system
        Script,       ///< text with a #! line
        Batch,        ///< .cmd, .bat (Windows)
        Text,         ///< anything else that is text
        Data,         ///< not text, no known binary format
    };

    Kind kind = Kind::Text;
    bool executable = false;      ///< may be executed by this user
    QString interpreter;          ///< of a #! line, e.g. "/usr/bin/env"
    QStringList interpreterArgs;  ///< e.g. {"node"}
    QString architecture;         ///< of a binary, e.g. "aarch64"
};

/// Reads the head of the file. NotFound / PermissionDenied / Io errors name the file.
Result<ExecutableInfo> inspectExecutable(const QString& path);
/// Absolute path of a program by PATH (and PATHEXT) of the given value; NotFound lists where it looked.
Result<QString> findProgram(const QString& name, const QString& pathVariable);
/// "x86_64", "aarch64", ...: of this machine.
QString machineArchitecture();

} // namespace tropero::platform
