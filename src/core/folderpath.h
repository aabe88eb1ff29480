// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tropero {

/// Of that name in the folder; parts are parted by "/".
QString pathIn(const QString& folder, const QString& name);
/// The folder itself, or what is in it at any depth.
bool isWithin(const QString& path, const QString& folder);
/// For people: with the system's separators, and "~" for the user's home.
QString shortFolder(const QString& folder);

} // namespace tropero
