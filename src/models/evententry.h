// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace tropero {

/// An event of the daemon in words.
struct EventEntry
{
    enum class Tone { Calm, Good, Warning, Bad };

    qint64 at = 0;   ///< ms since the epoch
    int number = -1; ///< of the instance
    QString app;     ///< its app's name when it happened
    QString kind;    ///< key, as the protocol has it
    QString text;    ///< what happened: "ended"
    QString verb;    ///< the same after the name of an instance: "restarted"; empty for what is no news in its log
    QString detail;  ///< why: "exit code 1"; as an app or a user gave it. May be empty
    Tone tone = Tone::Calm;

    bool operator==(const EventEntry&) const = default;
    /// "ended · exit code 1".
    QString sentence() const;
};

EventEntry eventEntry(const QJsonObject& event);

} // namespace tropero
