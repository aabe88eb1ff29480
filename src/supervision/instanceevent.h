// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instancestate.h"
#include "core/reason.h"

#include <QJsonObject>
#include <QString>

namespace tropero {

/// One entry of the event log: something that happened to an instance, and why (docs/protocol.md, "Event").
struct InstanceEvent
{
    enum class Kind { Online, Exit, Restart, Stop, Errored, StartFailed, MemoryLimit, LogLoss, Reload, ReloadFailed, Misbehaved, Note };

    qint64 at = 0;      ///< ms since the epoch
    int number = -1;
    Kind kind = Kind::Online;
    InstanceState from = InstanceState::Stopped;
    InstanceState to = InstanceState::Stopped;
    Reason reason;
    qint64 pid = 0;     ///< of the process it is about
    int exitCode = 0;   ///< of Exit
    int exitSignal = 0; ///< of Exit

    QJsonObject toJson() const;
};

/// Stable key, e.g. "start-failed".
QString eventKindKey(InstanceEvent::Kind kind);

} // namespace tropero
