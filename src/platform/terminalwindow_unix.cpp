// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/terminalwindow.h"

#include <QStandardPaths>

namespace tropero::platform {

using namespace Qt::StringLiterals;

QStringList terminalCommand()
{
    for (const QString& name : {qEnvironmentVariable("TERMINAL"), u"x-terminal-emulator"_s, u"gnome-terminal"_s, u"konsole"_s,
                                u"xfce4-terminal"_s, u"kitty"_s, u"alacritty"_s, u"xterm"_s}) {
        const QString program = name.isEmpty() ? QString() : QStandardPaths::findExecutable(name);
        if (!program.isEmpty()) return {program};
    }
    return {};
}

} // namespace tropero::platform
