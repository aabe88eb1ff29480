// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tropero {

enum class ScriptRuntime { None, Node, Bun, Deno };

/// A command line of a JavaScript runtime, taken apart.
struct ScriptCommand
{
    ScriptRuntime runtime = ScriptRuntime::None;
    QString script;              ///< as written; empty: none (a prompt, code in the command line)
    QStringList interpreterArgs; ///< before the script
    QStringList args;            ///< after it
    QString title;               ///< what the process calls itself instead, such as "npm run dev"
};

/// By the program's file name ("node", "nodejs", "node22.exe", "bun", "deno"), else None.
ScriptRuntime scriptRuntime(const QString& executable);
/// None when the program is no JavaScript runtime.
ScriptCommand scriptCommand(const QString& executable, const QStringList& commandLine);
/// "-e" and the like: the next word is code.
bool isCodeOption(const QString& word);
/// "Node", "Bun", "Deno".
QString runtimeName(ScriptRuntime runtime);

} // namespace tropero
