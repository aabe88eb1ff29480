// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QList>
#include <QProcess>
#include <QString>

namespace tropero::platform {

class OutputPipe;

/// Sets up a QProcess so that its child: is ended by the system when this process dies; has its own session (Unix) or hidden
/// console and job (Windows), no inherited descriptors and default signal handling; writes to the two pipes; runs as another user if asked (root only).
class ProcessStart
{
public:
    /// The child gets the `inherited` descriptors as 3, 4, ... in that order, and no others (Unix; Unsupported on Windows). They must be open until it started.
    static Result<void> prepare(QProcess& process, OutputPipe& out, OutputPipe& error, const QString& user = {}, const QString& group = {},
                                const QList<int>& inherited = {});
    /// What stands behind the arguments on the command line, as it is (Windows; does nothing elsewhere).
    static void setCommandLine(QProcess& process, const QString& text);
    /// Call when the process was started and belongs to its tree: it does not run before (Windows).
    static void release(const QProcess& process);
};

/// Starts a program that outlives this one, with stdin closed and both outputs appended to logFile; returns its pid.
Result<qint64> startDetached(const QString& program, const QStringList& arguments, const QString& folder, const QString& logFile);

} // namespace tropero::platform
