// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVersionNumber>

namespace tropero::platform {

/// Version of a program file of Node without starting it: by its path, by the headers beside it, else by the address of its release that is written in it.
/// Null when it cannot be told (wrappers of version managers).
QVersionNumber versionOfNode(const QString& program);

/// "v18.1.0" and "18.1.0": null for anything that is no whole version.
QVersionNumber wholeVersion(const QString& text);

} // namespace tropero::platform
