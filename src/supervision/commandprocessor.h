// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>
#include <QStringList>

namespace tropero {

/// What stands behind cmd.exe on its command line. It reads its line in its own way, which is not that of other programs: an argument such as
/// "&calc" or "%PATH%" must arrive as it is, and never be carried out.

/// Runs a batch file with exactly these arguments. InvalidArgument for those that no batch file can be given (a line break, a NUL).
Result<QString> batchCommandLine(const QString& file, const QStringList& arguments);
/// Runs a line that a person wrote for cmd.exe, with exactly these arguments behind it. Errors as above.
Result<QString> shellCommandLine(const QString& line, const QStringList& arguments);

} // namespace tropero
