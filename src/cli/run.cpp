// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run.h"

#include "cli/help.h"
#include "cli/pm2hints.h"
#include "cli/session.h"
#include "core/nearest.h"
#include "version.h"

#include <QCoreApplication>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

Error unknownCommand(const QString& name)
{
    const QString hint = hintForPm2Command(name);
    if (!hint.isEmpty())
        return {ErrorCode::Unsupported, Texts::tr("Unknown command"), name, {}, hint};
    const QString near = nearestMatch(name, commandNames());
    return {ErrorCode::InvalidArgument, Texts::tr("Unknown command"), name, {},
            near.isEmpty() ? Texts::tr("\"tropero help\" lists all commands") : Texts::tr("Did you mean \"tropero %1\"?").arg(near)};
}

Result<void> checkWords(const Command& command, const ParsedOptions& options)
{
    const auto count = options.targets.size();
    if (count < command.leastTargets())
        return failure(ErrorCode::InvalidArgument, Texts::tr("Nothing was named"), {}, {}, Texts::tr("Usage: tropero %1").arg(command.synopsis()));
    if (command.mostTargets() >= 0 && count > command.mostTargets())
        return failure(ErrorCode::InvalidArgument, Texts::tr("Too many words"), options.targets.at(command.mostTargets()), {},
                       Texts::tr("Usage: tropero %1").arg(command.synopsis()));
    if (options.hasRest && !command.takesRest())
        return failure(ErrorCode::InvalidArgument, Texts::tr("Nothing may follow after \"--\" here"), {}, {}, Texts::tr("Usage: tropero %1").arg(command.synopsis()));
    return {};
}

void applyCommonOptions(Console& console, const ParsedOptions& options)
{
    for (const ParsedOptions::Given& given : options.given) {
        if (given.name == "silent"_L1)
            console.setSilent(true);
        else if (given.name == "color"_L1)
            console.setColours(Console::ColourMode::Always);
        else if (given.name == "no-color"_L1)
            console.setColours(Console::ColourMode::Never);
    }
}

int runCommand(Console& console, const CommandEntry& entry, const QStringList& words)
{
    const std::unique_ptr<Command> command = entry.make();
    const auto options = parseOptions(command->options() + commonOptions(), words);
    if (!options) {
        console.error(options.error());
        return 1;
    }
    applyCommonOptions(console, *options);
    if (options->has("help"_L1)) {
        console.print(commandHelpText(entry, *command, console));
        return 0;
    }
    if (const auto fits = checkWords(*command, *options); !fits) {
        console.error(fits.error());
        return 1;
    }
    Session session(console);
    return command->run(session, *options);
}

int runWords(Console& console, QStringList words)
{
    QStringList early; // common options before the command
    while (!words.isEmpty() && words.constFirst().startsWith(u'-') && words.constFirst() != "--"_L1) {
        const QString word = words.takeFirst();
        if (word == "-v"_L1 || word == "--version"_L1 || word == "-V"_L1) {
            console.printLine(QStringLiteral(TROPERO_VERSION));
            return 0;
        }
        if (word == "-h"_L1 || word == "--help"_L1) {
            if (words.isEmpty()) {
                console.print(overviewText(console));
                return 0;
            }
            early.append(word);
            continue;
        }
        const auto known = parseOptions(commonOptions(), {word});
        if (!known) {
            console.error(known.error());
            return 1;
        }
        early.append(word);
    }
    if (words.isEmpty()) {
        console.print(overviewText(console));
        return 1;
    }
    const QString name = words.takeFirst();
    const CommandEntry* entry = findCommand(name);
    if (!entry) {
        console.error(unknownCommand(name));
        return 1;
    }
    return runCommand(console, *entry, early + words);
}

} // namespace

int runCommandLine(const QStringList& words)
{
    Console console;
    console.setColours(Console::ColourMode::Automatic);
    console.setSilent(qEnvironmentVariableIsSet("TROPERO_SILENT"));
    const int code = runWords(console, words);
    return console.flush() ? code : std::max(code, 1);
}

} // namespace tropero
