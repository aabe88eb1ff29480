// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nodescript.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

/// The last part of a path of either system.
QString fileName(const QString& path)
{
    return path.mid(std::max(path.lastIndexOf(u'/'), path.lastIndexOf(u'\\')) + 1);
}

QString suffixOf(const QString& script)
{
    const QString name = fileName(script.trimmed());
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot > 0 ? name.mid(dot + 1).toLower() : QString();
}

/// "/opt/node-20/bin/node" and "node@18" are "node".
QString programName(const QString& interpreter)
{
    if (interpreter.startsWith("node@"_L1))
        return u"node"_s;
    QString name = fileName(interpreter.trimmed()).toLower();
    if (name.endsWith(".exe"_L1))
        name.chop(4);
    return name;
}

/// As PM2: a script with blanks is a command line for the shell.
bool isCommandLine(const QString& script)
{
    const QString text = script.trimmed();
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
}

} // namespace

bool looksLikeNode(const AppSpec& spec)
{
    static constexpr std::array endings{"js"_L1, "cjs"_L1, "mjs"_L1, "ts"_L1};
    if (spec.script.trimmed().isEmpty())
        return false;
    if (!spec.interpreter.isEmpty()) {
        const QString program = programName(spec.interpreter);
        return program == "node"_L1 || program == "nodejs"_L1;
    }
    return !isCommandLine(spec.script) && std::ranges::find(endings, suffixOf(spec.script)) != endings.end();
}

bool looksForeignToNode(const AppSpec& spec)
{
    static constexpr std::array endings{"py"_L1, "sh"_L1, "rb"_L1, "php"_L1, "pl"_L1};
    if (!spec.interpreter.isEmpty() && spec.interpreter != "none"_L1)
        return !programName(spec.interpreter).contains("node"_L1);
    return spec.interpreter.isEmpty() && !isCommandLine(spec.script) && std::ranges::find(endings, suffixOf(spec.script)) != endings.end();
}

} // namespace tropero
