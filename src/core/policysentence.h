// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policies.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <variant>

namespace tropero {

/// What a person can change in the sentence about restarts.
enum class RestartPart {
    When,          ///< Choice: whenever it ends, when it crashes, never
    Pause,         ///< Choice: at once, a fixed pause, a growing pause
    Delay,         ///< Duration
    BackoffStart,  ///< Duration
    BackoffFactor, ///< Factor
    BackoffCap,    ///< Duration
    MaxRestarts,   ///< Count
    Window,        ///< Duration
    HealthyAfter,  ///< Duration
};

/// Count and Choice (its index): int; Factor: double; Duration: Milliseconds.
using SentenceValue = std::variant<int, double, Milliseconds>;

/// A piece of a sentence: text between fields, or a field.
struct SentencePart
{
    enum class Kind { Text, Choice, Duration, Count, Factor };

    Kind kind = Kind::Text;
    QString text;            ///< Text: with its blanks; fields: what an assistive technology calls them
    RestartPart part = RestartPart::When; ///< of a field
    SentenceValue value = 0;
    SentenceValue least = 0; ///< of values but choices
    SentenceValue most = 0;
    QStringList choices;     ///< of a Choice
};

/// The policy as sentences to edit, in the word order of the language: "Restart it [when it crashes], [after a growing pause of] [100 ms], [2]
/// times longer each time up to [15 s]; give up after [16] crashes within [1 min]. ..." Which fields there are depends on the choices in it.
QList<SentencePart> restartSentenceParts(const RestartPolicy& policy);

/// The policy with that field changed; values out of bounds are moved to the nearest bound, values of the wrong kind change nothing.
RestartPolicy withRestartPart(RestartPolicy policy, RestartPart part, const SentenceValue& value);

} // namespace tropero
