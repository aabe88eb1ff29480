// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/inspectport.h"

using namespace Qt::StringLiterals;

namespace tropero {

int inspectPort(const QStringList& nodeArguments)
{
    constexpr int usual = 9229;
    int port = 0;
    for (const QString& argument : nodeArguments) {
        const QString name = argument.section(u'=', 0, 0);
        if (name != "--inspect"_L1 && name != "--inspect-brk"_L1 && name != "--inspect-wait"_L1 && name != "--inspect-port"_L1)
            continue;
        const QString value = argument.contains(u'=') ? argument.section(u'=', 1) : QString();
        bool isNumber = false;
        const int given = value.section(u':', -1).toInt(&isNumber);
        if (isNumber)
            port = given;
        else if (port == 0)
            port = usual;
    }
    return port;
}

} // namespace tropero
