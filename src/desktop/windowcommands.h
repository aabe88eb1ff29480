// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/shortcutsheet.h"
#include "models/palettemodel.h"

namespace tropero {

class InstanceCommands;
class MainWindow;
class StateMirror;

/// What the palette offers now: the actions of the window and of the panes in view that can be done, and what can be done with each app.
QList<PaletteEntry> paletteEntries(MainWindow& window, const StateMirror& mirror, InstanceCommands& commands, const Theme& theme);

/// The keys of the window's actions, and those of its lists.
QList<ShortcutLine> shortcutLines(const MainWindow& window);

} // namespace tropero
