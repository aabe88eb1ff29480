// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/powershell.h"

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

/// PowerShell takes its parameters in any case, with one dash or two, and shortened.
bool handsScriptOver(const QString& argument)
{
    const qsizetype dashes = argument.startsWith("--"_L1) ? 2 : argument.startsWith(u'-') ? 1 : 0;
    const QString name = argument.mid(dashes);
    if (dashes == 0 || name.isEmpty()) return false;
    return u"file"_s.startsWith(name, Qt::CaseInsensitive) || u"command"_s.startsWith(name, Qt::CaseInsensitive)
           || name.compare("commandwithargs"_L1, Qt::CaseInsensitive) == 0 || name.compare("cwa"_L1, Qt::CaseInsensitive) == 0;
}

} // namespace

bool isPowerShell(const QString& program)
{
    const qsizetype folder = std::max(program.lastIndexOf(u'/'), program.lastIndexOf(u'\\'));
    QString name = program.mid(folder + 1).toLower();
    if (name.endsWith(".exe"_L1)) name.chop(4);
    return name == "powershell"_L1 || name == "pwsh"_L1;
}

QStringList powerShellArguments(const QStringList& ownArguments, const QString& script, const QStringList& arguments)
{
    if (std::ranges::any_of(ownArguments, handsScriptOver)) return ownArguments + QStringList{script} + arguments;
    return QStringList{u"-NoProfile"_s, u"-ExecutionPolicy"_s, u"Bypass"_s} + ownArguments + QStringList{u"-File"_s, script} + arguments;
}

} // namespace tropero
