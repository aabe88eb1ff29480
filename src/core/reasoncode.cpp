// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reasoncode.h"

#include <QCoreApplication>
#include <QString>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

using enum ReasonCode;

constexpr std::array<ReasonWording, reasonCodes> wordings{{
    {Both, "both"_L1, QT_TRANSLATE_NOOP("Reason", "%1; %2"), "rr"_L1},
    {Error, "error"_L1, "%1", "t"_L1}, // with the parts of the error; Reason knows it
    {Exit, "exit"_L1, "%1", "nn"_L1},  // code and signal; Reason knows it
    {RestartsOff, "restarts-off"_L1, QT_TRANSLATE_NOOP("Reason", "%1; restarts are off"), "r"_L1},
    {StopExitCode, "stop-exit-code"_L1, QT_TRANSLATE_NOOP("Reason", "%1; an exit code that means stop"), "r"_L1},
    {NoFailure, "no-failure"_L1, QT_TRANSLATE_NOOP("Reason", "%1; ended without failure"), "r"_L1},
    {RetryNow, "retry-now"_L1, QT_TRANSLATE_NOOP("Reason", "%1; restart at once"), "r"_L1},
    {RetryLater, "retry-later"_L1, QT_TRANSLATE_NOOP("Reason", "%1; restart in %2"), "rd"_L1},
    {GaveUpAtOnce, "gave-up-at-once"_L1, QT_TRANSLATE_NOOP("Reason", "gave up at the first exit (limit %1); last %2"), "nr"_L1},
    {GaveUp, "gave-up"_L1, QT_TRANSLATE_NOOP("Reason", "gave up: %1 crashes within %2 (limit %3 in %4); last %5"), "ndndr"_L1},
    {NotReadyCounted, "not-ready-counted"_L1, QT_TRANSLATE_NOOP("Reason", "not ready within %1 (%2); counted as online"), "dr"_L1},
    {KilledAfter, "killed-after"_L1, QT_TRANSLATE_NOOP("Reason", "%1; had to be killed after %2"), "rd"_L1},
    {StartCommand, "start-command"_L1, QT_TRANSLATE_NOOP("Reason", "started by command"), ""_L1},
    {StopCommand, "stop-command"_L1, QT_TRANSLATE_NOOP("Reason", "stopped by command"), ""_L1},
    {RestartCommand, "restart-command"_L1, QT_TRANSLATE_NOOP("Reason", "restarted by command"), ""_L1},
    {ReloadCommand, "reload-command"_L1, QT_TRANSLATE_NOOP("Reason", "reloaded by command"), ""_L1},
    {CancelReloadCommand, "cancel-reload-command"_L1, QT_TRANSLATE_NOOP("Reason", "reload cancelled by command"), ""_L1},
    {DeleteCommand, "delete-command"_L1, QT_TRANSLATE_NOOP("Reason", "deleted by command"), ""_L1},
    {CreateCommand, "create-command"_L1, QT_TRANSLATE_NOOP("Reason", "created by command"), ""_L1},
    {ScaleUpCommand, "scale-up-command"_L1, QT_TRANSLATE_NOOP("Reason", "scaled up by command"), ""_L1},
    {ScaleDownCommand, "scale-down-command"_L1, QT_TRANSLATE_NOOP("Reason", "scaled down by command"), ""_L1},
    {ResetCommand, "reset-command"_L1, QT_TRANSLATE_NOOP("Reason", "counters reset by command"), ""_L1},
    {Edited, "edited"_L1, QT_TRANSLATE_NOOP("Reason", "changed: %1"), "f"_L1},
    {EditedWaits, "edited-waits"_L1, QT_TRANSLATE_NOOP("Reason", "changed: %1; waits for a restart: %2"), "ff"_L1},
    {FewerByConfig, "fewer-by-config"_L1, QT_TRANSLATE_NOOP("Reason", "fewer instances by the config file"), ""_L1},
    {BackFromShutdown, "back-from-shutdown"_L1, QT_TRANSLATE_NOOP("Reason", "back from the list of the last shutdown"), ""_L1},
    {StartedWithApp, "started-with-app"_L1, QT_TRANSLATE_NOOP("Reason", "started with its app"), ""_L1},
    {LeftTheApp, "left-the-app"_L1, QT_TRANSLATE_NOOP("Reason", "deleted"), ""_L1},
    {OutputLost, "output-lost"_L1, QT_TRANSLATE_NOOP("Reason", "output is being lost: %1"), "r"_L1},
    {OutputStoredAgain, "output-stored-again"_L1, QT_TRANSLATE_NOOP("Reason", "output is stored again; %1 (%2 bytes) were lost"), "sn"_L1},
    {MemoryLimit, "memory-limit"_L1, QT_TRANSLATE_NOOP("Reason", "memory %1 is over the limit of %2"), "ss"_L1},
    {FileChanged, "file-changed"_L1, QT_TRANSLATE_NOOP("Reason", "%1 changed"), "t"_L1},
    {FilesChanged, "files-changed"_L1, QT_TRANSLATE_N_NOOP("Reason", "%1 and others changed (%n files)"), "tc"_L1},
    {ManyFilesChanged, "many-files-changed"_L1, QT_TRANSLATE_NOOP("Reason", "many files changed"), ""_L1},
    {Scheduled, "scheduled"_L1, QT_TRANSLATE_NOOP("Reason", "scheduled (%1)"), "t"_L1},
    {NotReadyInTime, "not-ready-in-time"_L1, QT_TRANSLATE_NOOP("Reason", "it was not ready within %1 (listen_timeout): %2"), "dr"_L1},
    {EndedBeforeReady, "ended-before-ready"_L1, QT_TRANSLATE_NOOP("Reason", "it ended before it was ready: %1"), "r"_L1},
    {LastErrorLines, "last-error-lines"_L1, QT_TRANSLATE_NOOP("Reason", "%1\nIts last lines on stderr:\n%2"), "rt"_L1},
    {ProbeNoAnswer, "probe-no-answer"_L1, QT_TRANSLATE_NOOP("Reason", "its readiness probe got no answer"), ""_L1},
    {ProbeSilent, "probe-silent"_L1, QT_TRANSLATE_NOOP("Reason", "%1 gave no answer within 2 seconds"), "t"_L1},
    {ProbeNoHttp, "probe-no-http"_L1, QT_TRANSLATE_NOOP("Reason", "%1 gave an answer that is no HTTP"), "t"_L1},
    {ProbeStatus, "probe-status"_L1, QT_TRANSLATE_NOOP("Reason", "%1 answered %2"), "tn"_L1},
    {ProbeRefused, "probe-refused"_L1, QT_TRANSLATE_NOOP("Reason", "%1 refuses the connection"), "t"_L1},
    {ProbeClosed, "probe-closed"_L1, QT_TRANSLATE_NOOP("Reason", "%1 closed the connection without an answer"), "t"_L1},
    {ProbeHostUnknown, "probe-host-unknown"_L1, QT_TRANSLATE_NOOP("Reason", "the host %1 is not known"), "t"_L1},
    {NotListening, "not-listening"_L1, QT_TRANSLATE_NOOP("Reason", "it does not listen on any port"), ""_L1},
    {NoReadyMessage, "no-ready-message"_L1, QT_TRANSLATE_NOOP("Reason", "it did not send the message 'ready'"), ""_L1},
    {NotStarted, "not-started"_L1, QT_TRANSLATE_NOOP("Reason", "it did not start"), ""_L1},
    {ChannelClosed, "channel-closed"_L1, QT_TRANSLATE_NOOP("Reason", "its connection for messages was closed: %1"), "r"_L1},
    {ChannelUnread, "channel-unread"_L1, QT_TRANSLATE_NOOP("Reason", "it does not read what it is sent"), ""_L1},
    {ChannelLineTooLong, "channel-line-too-long"_L1, QT_TRANSLATE_NOOP("Reason", "it sent a line longer than %1 bytes"), "n"_L1},
    {ChannelNoJson, "channel-no-json"_L1, QT_TRANSLATE_NOOP("Reason", "it sent a line that is no JSON object"), ""_L1},
    {WorkerChannelUnusable, "worker-channel-unusable"_L1, QT_TRANSLATE_NOOP("Reason", "its channel to the primary is unusable: %1"), "t"_L1},
    {WorkerChannelClosed, "worker-channel-closed"_L1, QT_TRANSLATE_NOOP("Reason", "it closed its channel to the primary"), ""_L1},
    {PrimaryEnded, "primary-ended"_L1, QT_TRANSLATE_NOOP("Reason", "the primary ended (%1)"), "r"_L1},
    {PrimaryStuck, "primary-stuck"_L1, QT_TRANSLATE_NOOP("Reason", "the primary does not answer and was killed"), ""_L1},
    {PrimarySays, "primary-says"_L1, QT_TRANSLATE_NOOP("Reason", "the primary: %1"), "r"_L1},
    {GuardToldToEnd, "guard-told-to-end"_L1, QT_TRANSLATE_NOOP("Reason", "its guard was told to end"), ""_L1},
    {GuardAskedToEnd, "guard-asked-to-end"_L1, QT_TRANSLATE_NOOP("Reason", "its guard was asked to end"), ""_L1},
    {GuardLost, "guard-lost"_L1, QT_TRANSLATE_NOOP("Reason", "the guard was lost"), ""_L1},
    {GuardLostEnding, "guard-lost-ending"_L1, QT_TRANSLATE_NOOP("Reason", "the guard was lost while it was ending"), ""_L1},
    {GuardEndedStarting, "guard-ended-starting"_L1, QT_TRANSLATE_NOOP("Reason", "the guard ended while it was starting"), ""_L1},
    {GuardUnreachable, "guard-unreachable"_L1, QT_TRANSLATE_NOOP("Reason", "its guard runs but does not connect"), ""_L1},
    {GuardDiedOften, "guard-died-often"_L1, QT_TRANSLATE_NOOP("Reason", "the guard died %1 times within %2"), "nd"_L1},
    {WantedBefore, "wanted-before"_L1, QT_TRANSLATE_NOOP("Reason", "as it was wanted before the daemon ended"), ""_L1},
    {DaemonEnds, "daemon-ends"_L1, QT_TRANSLATE_NOOP("Reason", "the daemon ends with all apps"), ""_L1},
    {RecordPutAside, "record-put-aside"_L1, QT_TRANSLATE_NOOP("Reason", "A stored app could not be read and was put aside as %1: %2"), "tt"_L1},
}};

static_assert([] {
    for (std::size_t i = 0; i < wordings.size(); ++i) {
        if (wordings.at(i).code != static_cast<ReasonCode>(i)) return false;
    }
    return true;
}());

} // namespace

const ReasonWording& reasonWording(ReasonCode code)
{
    return wordings.at(static_cast<std::size_t>(code));
}

const ReasonWording* reasonWording(const QString& key)
{
    const auto found = std::ranges::find_if(wordings, [&key](const ReasonWording& one) { return one.key == key; });
    return found == wordings.end() ? nullptr : found;
}

} // namespace tropero
