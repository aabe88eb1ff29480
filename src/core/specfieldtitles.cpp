// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/specchange.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

struct Title
{
    QLatin1StringView key;
    const char* text;
};

constexpr std::array titles{
    Title{"name"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Name")},
    Title{"script"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Script")},
    Title{"args"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Arguments")},
    Title{"namespace"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Namespace")},
    Title{"cwd"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Folder")},
    Title{"interpreter"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Interpreter")},
    Title{"interpreter_args"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Interpreter arguments")},
    Title{"exec_mode"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Mode")},
    Title{"instances"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Instances")},
    Title{"env"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Environment")},
    Title{"profile"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Environment profile")},
    Title{"filter_env"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Variables held back")},
    Title{"instance_var"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Instance variable")},
    Title{"increment_var"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Growing variable")},
    Title{"uid"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "User")},
    Title{"gid"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Group")},
    Title{"autostart"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Start when registered")},
    Title{"listen"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Shared sockets")},
    Title{"scheduling"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Scheduling")},
    Title{"reload_parallel"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Replaced at the same time")},
    Title{"ready_when"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Ready when")},
    Title{"ready_probe"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Readiness probe")},
    Title{"listen_timeout"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Longest wait until ready")},
    Title{"pmx"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Node agent")},
    Title{"metrics"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Node metrics")},
    Title{"restart"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Restart")},
    Title{"restart_delay"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Pause before a restart")},
    Title{"exp_backoff_restart_delay"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "First growing pause")},
    Title{"backoff_factor"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Growth of the pause")},
    Title{"backoff_cap"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Longest growing pause")},
    Title{"backoff_jitter"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Spread of the pause")},
    Title{"max_restarts"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Crashes until it is given up")},
    Title{"restart_window"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Time in which crashes count")},
    Title{"min_uptime"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Shortest stable run")},
    Title{"healthy_after"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Healthy after")},
    Title{"stop_exit_codes"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Exit codes without a restart")},
    Title{"max_memory_restart"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Memory limit")},
    Title{"stop_signal"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Stop signal")},
    Title{"kill_timeout"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Time to end by itself")},
    Title{"treekill"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Signal to all processes")},
    Title{"shutdown_with_message"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Stop by message")},
    Title{"watch"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Watch")},
    Title{"ignore_watch"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Not watched")},
    Title{"ext"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Watched endings")},
    Title{"watch_delay"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Pause after a change")},
    Title{"cron_restart"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Schedule")},
    Title{"out_file"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Output file")},
    Title{"error_file"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Error file")},
    Title{"log_file"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "File for both")},
    Title{"log_date_format"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Time before each line")},
    Title{"log_type"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Log format")},
    Title{"merge_logs"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "One log for all instances")},
    Title{"disable_logs"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Store no output")},
    Title{"log_max_size"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Rotate at size")},
    Title{"log_max_age"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Rotate at age")},
    Title{"log_keep"_L1, QT_TRANSLATE_NOOP("SpecFieldTitle", "Rotated files kept")},
};

} // namespace

QString specFieldTitle(const QString& key)
{
    const auto* found = std::ranges::find_if(titles, [&](const Title& title) { return title.key == key; });
    return found == titles.end() ? key : QCoreApplication::translate("SpecFieldTitle", found->text);
}

} // namespace tropero
