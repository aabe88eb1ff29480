// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/eventtext.h"

#include "models/evententry.h"

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

LogRow::Tone toneOf(EventEntry::Tone tone)
{
    switch (tone) {
    case EventEntry::Tone::Bad:
        return LogRow::Tone::Bad;
    case EventEntry::Tone::Warning:
        return LogRow::Tone::Warning;
    case EventEntry::Tone::Good:
    case EventEntry::Tone::Calm:
        break;
    }
    return LogRow::Tone::Calm;
}

} // namespace

std::optional<EventMark> eventMark(const QJsonObject& event)
{
    const EventEntry entry = eventEntry(event);
    if (entry.verb.isEmpty()) return {};
    const QString text = entry.detail.isEmpty() ? entry.verb : entry.verb + u" \u00b7 "_s + entry.detail;
    return EventMark{entry.at * 1'000'000, entry.number, text, toneOf(entry.tone)};
}

} // namespace tropero
