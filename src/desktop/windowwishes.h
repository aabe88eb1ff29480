// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tropero {

/// What the window is to show when it comes forward: said on the command line, of this start or of a later one.
struct WindowWishes
{
    QStringList files; ///< to launch: absolute paths; an empty one is the launch dialog without a script
    QString app;       ///< id or name

    bool isEmpty() const { return files.isEmpty() && app.isEmpty(); }
    bool operator==(const WindowWishes&) const = default;
};

} // namespace tropero
