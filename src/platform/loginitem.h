// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>

namespace tropero::platform {

/// Starting a program when the user logs in, without rights beyond the user's own: a file in the autostart folder (XDG Autostart
/// Specification 0.5), on Windows a value of the Run key.
bool startsAtLogin(const QString& name);
/// The file or registry value that says so.
QString loginItemPlace(const QString& name);
/// The path of that program which an upgrade leaves valid: on Windows the installer keeps each version in a folder of its own and a starter in
/// ../bin beside it. Otherwise `program` itself.
QString lastingPath(const QString& program);
/// `program` is absolute. PermissionDenied or Io with the place that could not be written.
Result<void> setStartsAtLogin(const QString& name, const QString& program, const QStringList& arguments, bool wanted);

} // namespace tropero::platform
