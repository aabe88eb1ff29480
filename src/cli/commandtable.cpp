// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandtable.h"

#include "cli/commands/commands.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr auto apps = QT_TRANSLATE_NOOP("CommandTable", "Apps");
constexpr auto look = QT_TRANSLATE_NOOP("CommandTable", "Look");
constexpr auto logs = QT_TRANSLATE_NOOP("CommandTable", "Logs");
constexpr auto machine = QT_TRANSLATE_NOOP("CommandTable", "This machine");
constexpr auto scripts = QT_TRANSLATE_NOOP("CommandTable", "For scripts");
constexpr auto tropero = QT_TRANSLATE_NOOP("CommandTable", "Tropero itself");

constexpr std::array table{
    CommandEntry{"start"_L1, ""_L1, QT_TRANSLATE_NOOP("CommandTable", "Start a script, a command, a config file, or a stopped app again"), apps, makeStartCommand},
    CommandEntry{"stop"_L1, ""_L1, QT_TRANSLATE_NOOP("CommandTable", "Stop apps; they stay in the list"), apps, makeStopCommand},
    CommandEntry{"restart"_L1, "startOrRestart"_L1, QT_TRANSLATE_NOOP("CommandTable", "Stop and start apps, with changed settings if given"), apps, makeRestartCommand},
    CommandEntry{"reload"_L1, "gracefulReload startOrReload startOrGracefulReload"_L1, QT_TRANSLATE_NOOP("CommandTable", "Replace the processes of a cluster without a gap"), apps, makeReloadCommand},
    CommandEntry{"edit"_L1, ""_L1, QT_TRANSLATE_NOOP("CommandTable", "Change settings of apps without a restart"), apps, makeEditCommand},
    CommandEntry{"scale"_L1, ""_L1, QT_TRANSLATE_NOOP("CommandTable", "Give an app more or fewer instances"), apps, makeScaleCommand},
    CommandEntry{"delete"_L1, "del"_L1, QT_TRANSLATE_NOOP("CommandTable", "Stop apps and take them from the list"), apps, makeDeleteCommand},
    CommandEntry{"reset"_L1, ""_L1, QT_TRANSLATE_NOOP("CommandTable", "Set restart counters to 0"), apps, makeResetCommand},
    CommandEntry{"sendSignal"_L1, ""_L1, QT_TRANSLATE_NOOP("CommandTable", "Send a signal to apps"), apps, makeSendSignalCommand},
    CommandEntry{"trigger"_L1, ""_L1, QT_TRANSLATE_NOOP("CommandTable", "Call an action that an app offers"), apps, makeTriggerCommand},
    CommandEntry{"list"_L1, "ls l ps status"_L1, QT_TRANSLATE_NOOP("CommandTable", "List all apps"), look, makeListCommand},
    CommandEntry{"describe"_L1, "desc info show"_L1, QT_TRANSLATE_NOOP("CommandTable", "Show everything about an app"), look, makeDescribeCommand},
    CommandEntry{"monit"_L1, "monitor"_L1, QT_TRANSLATE_NOOP("CommandTable", "Watch apps and their logs in the terminal, with keys to act"), look, makeMonitCommand},
    CommandEntry{"env"_L1, ""_L1, QT_TRANSLATE_NOOP("CommandTable", "Show the environment that an app gets"), look, makeEnvCommand},
    CommandEntry{"logs"_L1, "log"_L1, QT_TRANSLATE_NOOP("CommandTable", "Show the last lines of output, then follow it"), logs, makeLogsCommand},
    CommandEntry{"flush"_L1, ""_L1, QT_TRANSLATE_NOOP("CommandTable", "Empty log files"), logs, makeFlushCommand},
    CommandEntry{"ports"_L1, ""_L1, QT_TRANSLATE_NOOP("CommandTable", "List who holds which port"), machine, makePortsCommand},
    CommandEntry{"free"_L1, ""_L1, QT_TRANSLATE_NOOP("CommandTable", "End whoever holds a port"), machine, makeFreeCommand},
    CommandEntry{"nodes"_L1, ""_L1, QT_TRANSLATE_NOOP("CommandTable", "List all Node, Bun and Deno processes, managed or not"), machine, makeNodesCommand},
    CommandEntry{"jlist"_L1, ""_L1, QT_TRANSLATE_NOOP("CommandTable", "List all apps as JSON in PM2's form"), scripts, makeJlistCommand},
    CommandEntry{"prettylist"_L1, ""_L1, QT_TRANSLATE_NOOP("CommandTable", "The same, for people to read"), scripts, makePrettylistCommand},
    CommandEntry{"id"_L1, ""_L1, QT_TRANSLATE_NOOP("CommandTable", "Print the ids of an app"), scripts, makeIdCommand},
    CommandEntry{"pid"_L1, ""_L1, QT_TRANSLATE_NOOP("CommandTable", "Print process ids"), scripts, makePidCommand},
    CommandEntry{"schema"_L1, ""_L1, QT_TRANSLATE_NOOP("CommandTable", "Print the JSON Schema of config files, for editors"), scripts, makeSchemaCommand},
    CommandEntry{"ping"_L1, ""_L1, QT_TRANSLATE_NOOP("CommandTable", "See that the daemon answers"), tropero, makePingCommand},
    CommandEntry{"daemon"_L1, ""_L1, QT_TRANSLATE_NOOP("CommandTable", "Show or restart the daemon; apps go on meanwhile"), tropero, makeDaemonCommand},
    CommandEntry{"kill"_L1, ""_L1, QT_TRANSLATE_NOOP("CommandTable", "Stop all apps and the daemon"), tropero, makeKillCommand},
    CommandEntry{"resurrect"_L1, ""_L1, QT_TRANSLATE_NOOP("CommandTable", "Bring back what the last kill stopped"), tropero, makeResurrectCommand},
    CommandEntry{"startup"_L1, ""_L1, QT_TRANSLATE_NOOP("CommandTable", "Start the daemon, and with it your apps, when you log in"), tropero, makeStartupCommand},
    CommandEntry{"unstartup"_L1, ""_L1, QT_TRANSLATE_NOOP("CommandTable", "Take that back"), tropero, makeUnstartupCommand},
    CommandEntry{"completion"_L1, ""_L1, QT_TRANSLATE_NOOP("CommandTable", "Print what makes your shell complete words after \"tropero\""), tropero, makeCompletionCommand},
    CommandEntry{"help"_L1, ""_L1, QT_TRANSLATE_NOOP("CommandTable", "Show help for a command"), tropero, makeHelpCommand},
};

} // namespace

std::span<const CommandEntry> commandTable()
{
    return table;
}

const CommandEntry* findCommand(const QString& name)
{
    const auto found = std::ranges::find_if(table, [&](const CommandEntry& entry) {
        return name == entry.name || QString(entry.aliases).split(u' ', Qt::SkipEmptyParts).contains(name);
    });
    return found == table.end() ? nullptr : &*found;
}

QStringList commandNames()
{
    QStringList names;
    for (const CommandEntry& entry : table)
        names += QStringList{entry.name} + QString(entry.aliases).split(u' ', Qt::SkipEmptyParts);
    return names;
}

QString summaryOf(const CommandEntry& entry)
{
    return QCoreApplication::translate("CommandTable", entry.summary);
}

QString groupOf(const CommandEntry& entry)
{
    return QCoreApplication::translate("CommandTable", entry.group);
}

} // namespace tropero
