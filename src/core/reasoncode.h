// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <array>
#include <optional>

namespace tropero {

/// What a Reason can say. Their keys (reasonWording) travel in the protocol and are stored: they never change.
enum class ReasonCode {
    Both,
    Error,
    Exit,
    RestartsOff,
    StopExitCode,
    NoFailure,
    RetryNow,
    RetryLater,
    GaveUpAtOnce,
    GaveUp,
    NotReadyCounted,
    KilledAfter,
    StartCommand,
    StopCommand,
    RestartCommand,
    ReloadCommand,
    CancelReloadCommand,
    DeleteCommand,
    CreateCommand,
    ScaleUpCommand,
    ScaleDownCommand,
    ResetCommand,
    Edited,
    EditedWaits,
    FewerByConfig,
    BackFromShutdown,
    StartedWithApp,
    LeftTheApp,
    OutputLost,
    OutputStoredAgain,
    MemoryLimit,
    FileChanged,
    FilesChanged,
    ManyFilesChanged,
    Scheduled,
    NotReadyInTime,
    EndedBeforeReady,
    LastErrorLines,
    ProbeNoAnswer,
    ProbeSilent,
    ProbeNoHttp,
    ProbeStatus,
    ProbeRefused,
    ProbeClosed,
    ProbeHostUnknown,
    NotListening,
    NoReadyMessage,
    NotStarted,
    ChannelClosed,
    ChannelUnread,
    ChannelLineTooLong,
    ChannelNoJson,
    WorkerChannelUnusable,
    WorkerChannelClosed,
    PrimaryEnded,
    PrimaryStuck,
    PrimarySays,
    GuardToldToEnd,
    GuardAskedToEnd,
    GuardLost,
    GuardLostEnding,
    GuardEndedStarting,
    GuardUnreachable,
    GuardDiedOften,
    WantedBefore,
    DaemonEnds,
    RecordPutAside,
};

inline constexpr std::size_t reasonCodes = static_cast<std::size_t>(ReasonCode::RecordPutAside) + 1;

/// How a code is said.
struct ReasonWording
{
    ReasonCode code;
    QLatin1StringView key;       ///< "retry-later"
    const char* text;            ///< with %1, %2, ...; in the translation context "Reason"
    QLatin1StringView arguments; ///< one letter each: t text, n number, c count (chooses the plural as well), d milliseconds, s bytes, r another reason,
                                 ///< f fields: [{"key", "variables"?}]
};

const ReasonWording& reasonWording(ReasonCode code);
/// Null for a key that is not known here.
const ReasonWording* reasonWording(const QString& key);

} // namespace tropero
