// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <optional>

namespace tropero::platform {

/// What the head of a binary says about where it runs.
struct BinaryFormat
{
    enum class System { Linux, Windows, MacOs };

    System system = System::Linux;
    QString architecture; ///< in the words of machineArchitecture(); several for a universal binary:
                          ///< separated by blanks
};

/// ELF, PE or Mach-O; nothing when the bytes (the first 4 KiB of the file) are none of them.
std::optional<BinaryFormat> recognizeBinary(QByteArrayView head);

struct ShebangLine
{
    QString interpreter;
    QStringList arguments;
};

/// The #! line as the kernel reads it: the rest behind the interpreter is one argument, except that the
/// argument of "env -S" is split.
std::optional<ShebangLine> parseShebang(QByteArrayView head);

/// No NUL byte, and valid UTF-8 as far as it goes (the last character may be cut off).
bool looksLikeText(QByteArrayView head);

} // namespace tropero::platform
