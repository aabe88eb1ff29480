// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspectport.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

/// The argument that decides: the last one with a port, else the first one without. `at` is negative when there is none.
struct Deciding
{
    qsizetype at = -1;
    int port = 0;
    bool isNamed = false;
};

Deciding decidingArgument(const QStringList& nodeArguments)
{
    constexpr int usual = 9229;
    Deciding found;
    for (qsizetype i = 0; i < nodeArguments.size(); ++i) {
        const QString name = nodeArguments.at(i).section(u'=', 0, 0);
        if (name != "--inspect"_L1 && name != "--inspect-brk"_L1 && name != "--inspect-wait"_L1 && name != "--inspect-port"_L1)
            continue;
        bool isNumber = false;
        const int given = nodeArguments.at(i).section(u'=', 1).section(u':', -1).toInt(&isNumber);
        if (isNumber)
            found = {i, given, true};
        else if (found.at < 0)
            found = {i, usual, false};
    }
    return found;
}

} // namespace

int inspectPort(const QStringList& nodeArguments)
{
    return decidingArgument(nodeArguments).port;
}

QStringList withInspectPort(const QStringList& nodeArguments, int port)
{
    const Deciding deciding = decidingArgument(nodeArguments);
    if (deciding.at < 0)
        return nodeArguments;
    QStringList changed = nodeArguments;
    QString& argument = changed[deciding.at];
    const QString host = argument.section(u'=', 1);
    if (!deciding.isNamed)
        argument = argument.section(u'=', 0, 0) + u'=' + (host.isEmpty() ? QString() : host + u':');
    else
        argument.truncate(std::max(argument.lastIndexOf(u':'), argument.indexOf(u'=')) + 1);
    argument += QString::number(port);
    return changed;
}

} // namespace tropero
