// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace tropero {

/// bash, zsh, fish, powershell.
QStringList completionShells();
/// What that shell runs at its start. It asks "tropero completion words" for every list, so it never grows old. Empty for an unknown shell.
QByteArray completionScript(const QString& shell);

} // namespace tropero
