// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scriptcommand.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

// Options of Node and Bun whose value may be the next word. Those with "=" need no list.
constexpr std::array valued{
    "-r"_L1,       "--require"_L1,          "--import"_L1,     "--loader"_L1,    "--experimental-loader"_L1,
    "-C"_L1,       "--conditions"_L1,       "--env-file"_L1,   "--title"_L1,     "--icu-data-dir"_L1,
    "--cwd"_L1,    "--preload"_L1,          "--watch-path"_L1, "--redirect-warnings"_L1,
    "--openssl-config"_L1, "--diagnostic-dir"_L1, "--trace-event-categories"_L1,
};
constexpr std::array coded{"-e"_L1, "--eval"_L1, "-p"_L1, "--print"_L1, "-pe"_L1};

bool isOneOf(const QString& word, const auto& list)
{
    return std::ranges::any_of(list, [&](QLatin1StringView each) { return word == each; });
}

} // namespace

ScriptRuntime scriptRuntime(const QString& executable)
{
    // The first word of a command line keeps the separators that it was written with.
    QString name = executable.mid(std::max(executable.lastIndexOf(u'/'), executable.lastIndexOf(u'\\')) + 1).toLower();
    if (name.endsWith(".exe"_L1))
        name.chop(4);
    // Distributions put the version behind the name.
    while (!name.isEmpty() && (name.back().isDigit() || name.back() == u'.' || name.back() == u'-'))
        name.chop(1);
    if (name == "node"_L1 || name == "nodejs"_L1)
        return ScriptRuntime::Node;
    if (name == "bun"_L1)
        return ScriptRuntime::Bun;
    if (name == "deno"_L1)
        return ScriptRuntime::Deno;
    return ScriptRuntime::None;
}

ScriptCommand scriptCommand(const QString& executable, const QStringList& commandLine)
{
    ScriptCommand command;
    command.runtime = scriptRuntime(executable);
    if (command.runtime == ScriptRuntime::None || commandLine.isEmpty())
        return command;
    // What a process writes over its command line is one word with blanks, or has nothing of the runtime in front.
    if (scriptRuntime(commandLine.constFirst()) == ScriptRuntime::None && !QFileInfo(commandLine.constFirst()).isAbsolute()) {
        command.title = commandLine.join(u' ').simplified();
        return command;
    }
    bool subcommand = command.runtime != ScriptRuntime::Node; // "deno run x.ts", "bun run x.ts"
    qsizetype i = 1;
    for (; i < commandLine.size(); ++i) {
        const QString& word = commandLine.at(i);
        if (isCodeOption(word)) {
            command.interpreterArgs = commandLine.sliced(1);
            return command;
        }
        if (subcommand && (word == "run"_L1 || word == "serve"_L1)) {
            command.interpreterArgs.append(word);
            subcommand = false;
        } else if (word == "--"_L1) {
            ++i;
            break;
        } else if (word.startsWith(u'-') && word.size() > 1) {
            command.interpreterArgs.append(word);
            if (isOneOf(word, valued) && i + 1 < commandLine.size())
                command.interpreterArgs.append(commandLine.at(++i));
        } else {
            break;
        }
    }
    if (i < commandLine.size()) {
        command.script = commandLine.at(i);
        command.args = commandLine.sliced(i + 1);
    }
    return command;
}

bool isCodeOption(const QString& word)
{
    return isOneOf(word, coded);
}

QString runtimeName(ScriptRuntime runtime)
{
    switch (runtime) {
    case ScriptRuntime::Node: return u"Node"_s;
    case ScriptRuntime::Bun: return u"Bun"_s;
    case ScriptRuntime::Deno: return u"Deno"_s;
    case ScriptRuntime::None: break;
    }
    return {};
}

} // namespace tropero
