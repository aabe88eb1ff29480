// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pm2hints.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tropero {

using namespace Qt::StringLiterals;

QString hintForPm2Command(const QString& name)
{
    struct Hint
    {
        QLatin1StringView names; ///< separated and enclosed by blanks
        const char* text;
    };
    static constexpr std::array hints{
        Hint{" save dump cleardump "_L1, QT_TRANSLATE_NOOP("Pm2Hints", "Tropero stores every change at once; there is nothing to save")},
        Hint{" update updatePM2 deepUpdate "_L1, QT_TRANSLATE_NOOP("Pm2Hints", "Use \"tropero daemon restart\"; the apps go on meanwhile")},
        Hint{" dashboard dash imonit "_L1, QT_TRANSLATE_NOOP("Pm2Hints", "Use \"tropero monit\", or open the window with \"tropero-desktop\"")},
        Hint{" reloadLogs logrotate "_L1, QT_TRANSLATE_NOOP("Pm2Hints", "Tropero rotates logs by itself; see log_max_size and log_keep in \"tropero schema\"")},
    };
    const auto found = std::ranges::find_if(hints, [&](const Hint& hint) { return hint.names.contains(u' ' + name + u' '); });
    return found == hints.end() ? QString() : QCoreApplication::translate("Pm2Hints", found->text);
}

} // namespace tropero
