// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/eventtext.h"

#include <QCoreApplication>
#include <QStringList>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

struct Kind
{
    const char* key;
    const char* text;
    LogRow::Tone tone;
};

constexpr Kind kinds[] = {
    {"online", QT_TRANSLATE_NOOP("EventText", "started"), LogRow::Tone::Calm},
    {"exit", QT_TRANSLATE_NOOP("EventText", "ended"), LogRow::Tone::Warning},
    {"restart", QT_TRANSLATE_NOOP("EventText", "restarted"), LogRow::Tone::Warning},
    {"stop", QT_TRANSLATE_NOOP("EventText", "stopped"), LogRow::Tone::Calm},
    {"errored", QT_TRANSLATE_NOOP("EventText", "gave up"), LogRow::Tone::Bad},
    {"start-failed", QT_TRANSLATE_NOOP("EventText", "could not be started"), LogRow::Tone::Bad},
    {"memory-limit", QT_TRANSLATE_NOOP("EventText", "over its memory limit"), LogRow::Tone::Warning},
    {"log-loss", QT_TRANSLATE_NOOP("EventText", "output could not be stored"), LogRow::Tone::Bad},
    {"guard-lost", QT_TRANSLATE_NOOP("EventText", "guard lost"), LogRow::Tone::Bad},
};

} // namespace

std::optional<EventMark> eventMark(const QJsonObject& event)
{
    const QString key = event.value("kind"_L1).toString();
    for (const Kind& kind : kinds) {
        if (key != QLatin1StringView(kind.key)) continue;
        EventMark mark;
        mark.time = event.value("at"_L1).toInteger() * 1'000'000;
        mark.number = event.value("number"_L1).toInt(-1);
        mark.tone = kind.tone;
        QStringList parts{QCoreApplication::translate("EventText", kind.text)};
        const QString reason = event.value("reason"_L1).toString();
        if (!reason.isEmpty()) parts.append(reason);
        if (const qint64 pid = event.value("pid"_L1).toInteger();
            pid > 0 && key != "exit"_L1 && key != "stop"_L1)
            parts.append(QCoreApplication::translate("EventText", "pid %1").arg(pid));
        mark.text = parts.join(u" · "_s);
        return mark;
    }
    return {};
}

} // namespace tropero
