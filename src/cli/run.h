// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace tropero {

/// The whole command line tool: words as the shell gave them, without the program's name. Returns the exit code (0, or 1 after an error).
int runCommandLine(const QStringList& words);

} // namespace tropero
