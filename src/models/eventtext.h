// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logrow.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace tropero {

/// A daemon's event as a mark in the log of its instance.
struct EventMark
{
    qint64 time = 0; ///< nanoseconds since the epoch
    int number = -1;
    QString text;
    LogRow::Tone tone = LogRow::Tone::Calm;
};

/// In the words of eventEntry(); nothing for events that are no news to somebody who reads the log (created, deleted).
std::optional<EventMark> eventMark(const QJsonObject& event);

} // namespace tropero
