// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>

namespace tropero::platform {

/// Starting a program when the user logs in, without rights beyond the user's own: a file in the autostart folder (XDG Autostart
/// Specification 0.5), on Windows a value of the Run key.
bool startsAtLogin(const QString& name);
/// `program` is absolute. PermissionDenied or Io with the place that could not be written.
Result<void> setStartsAtLogin(const QString& name, const QString& program, const QStringList& arguments, bool wanted);

} // namespace tropero::platform
