// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/terminalwindow.h"

#include <QStandardPaths>

namespace tropero::platform {

using namespace Qt::StringLiterals;

QStringList terminalCommand()
{
    if (const QString terminal = QStandardPaths::findExecutable(u"wt.exe"_s); !terminal.isEmpty()) return {terminal, u"-d"_s, u"."_s};
    const QString shell = qEnvironmentVariable("ComSpec", u"cmd.exe"_s);
    return {shell, u"/c"_s, u"start"_s, shell}; // a console of its own: ours has none
}

} // namespace tropero::platform
