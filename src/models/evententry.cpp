// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evententry.h"

#include "core/reason.h"

#include <QCoreApplication>
#include <QStringList>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

struct Kind
{
    const char* key;
    const char* text;
    const char* verb; ///< after the name of an instance; null: no news to somebody who reads its log
    EventEntry::Tone tone;
    bool saysPid; ///< the pid is that of the process that begins
};

using Tone = EventEntry::Tone;

constexpr Kind kinds[] = {
    {"online", QT_TRANSLATE_NOOP("EventEntry", "Started"), QT_TRANSLATE_NOOP("EventText", "started"), Tone::Good, true},
    {"exit", QT_TRANSLATE_NOOP("EventEntry", "Process ended"), QT_TRANSLATE_NOOP("EventText", "ended"), Tone::Warning, true},
    {"restart", QT_TRANSLATE_NOOP("EventEntry", "Restart"), QT_TRANSLATE_NOOP("EventText", "restarted"), Tone::Warning, false},
    {"reload", QT_TRANSLATE_NOOP("EventEntry", "Reload"), QT_TRANSLATE_NOOP("EventText", "reloaded"), Tone::Calm, true},
    {"reload-failed", QT_TRANSLATE_NOOP("EventEntry", "Reload failed"), QT_TRANSLATE_NOOP("EventText", "could not be reloaded"), Tone::Bad, false},
    {"stop", QT_TRANSLATE_NOOP("EventEntry", "Stopped"), QT_TRANSLATE_NOOP("EventText", "stopped"), Tone::Calm, false},
    {"errored", QT_TRANSLATE_NOOP("EventEntry", "Gave up"), QT_TRANSLATE_NOOP("EventText", "gave up"), Tone::Bad, false},
    {"start-failed", QT_TRANSLATE_NOOP("EventEntry", "Could not be started"), QT_TRANSLATE_NOOP("EventText", "could not be started"), Tone::Bad, false},
    {"memory-limit", QT_TRANSLATE_NOOP("EventEntry", "Over the memory limit"), QT_TRANSLATE_NOOP("EventText", "over its memory limit"), Tone::Warning, false},
    {"log-loss", QT_TRANSLATE_NOOP("EventEntry", "Output could not be stored"), QT_TRANSLATE_NOOP("EventText", "output could not be stored"), Tone::Bad, false},
    {"guard-lost", QT_TRANSLATE_NOOP("EventEntry", "Guard lost"), QT_TRANSLATE_NOOP("EventText", "guard lost"), Tone::Bad, false},
    {"misbehaved", QT_TRANSLATE_NOOP("EventEntry", "Misbehaved"), nullptr, Tone::Warning, false},
    {"message", QT_TRANSLATE_NOOP("EventEntry", "Message"), nullptr, Tone::Calm, false},
    {"note", QT_TRANSLATE_NOOP("EventEntry", "Note"), nullptr, Tone::Calm, false},
    {"edited", QT_TRANSLATE_NOOP("EventEntry", "Edited"), QT_TRANSLATE_NOOP("EventText", "edited"), Tone::Calm, false},
    {"created", QT_TRANSLATE_NOOP("EventEntry", "Created"), nullptr, Tone::Calm, false},
    {"deleted", QT_TRANSLATE_NOOP("EventEntry", "Deleted"), nullptr, Tone::Calm, false},
};

} // namespace

QString EventEntry::sentence() const
{
    return detail.isEmpty() ? text : text + u" \u00b7 "_s + detail;
}

EventEntry eventEntry(const QJsonObject& event)
{
    EventEntry entry;
    entry.at = event.value("at"_L1).toInteger();
    entry.number = event.value("number"_L1).toInt(-1);
    entry.app = event.value("name"_L1).toString();
    entry.kind = event.value("kind"_L1).toString();
    entry.text = entry.kind;
    QStringList details;
    if (const QString reason = Reason::read(event).words().simplified(); !reason.isEmpty()) details.append(reason);
    for (const Kind& kind : kinds) {
        if (entry.kind != QLatin1StringView(kind.key)) continue;
        entry.text = QCoreApplication::translate("EventEntry", kind.text);
        if (kind.verb) entry.verb = QCoreApplication::translate("EventText", kind.verb);
        entry.tone = kind.tone;
        if (const qint64 pid = event.value("pid"_L1).toInteger(); kind.saysPid && pid > 0)
            details.append(QCoreApplication::translate("EventEntry", "pid %1").arg(pid));
        break;
    }
    if (entry.kind == "exit"_L1) {
        const bool crash = event.value("exitCode"_L1).toInt() != 0 || event.value("exitSignal"_L1).toInt() != 0;
        entry.tone = crash ? EventEntry::Tone::Bad : EventEntry::Tone::Calm;
        // A process that is told to stop ends by a signal.
        if (crash && (event.value("from"_L1).toString() == "stopping"_L1)) entry.tone = EventEntry::Tone::Calm;
    }
    entry.detail = details.join(u" \u00b7 "_s);
    return entry;
}

} // namespace tropero
