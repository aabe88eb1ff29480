// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/specfieldtable.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

using When = RestartPolicy::When;

constexpr Milliseconds longestSpan{std::chrono::days(3650)};
constexpr int mostRestarts = 1'000'000;

/// The same word as key and as option, but for the underscores.
SpecField withFlag(SpecField field, const QString& defaultText, const char* help)
{
    field.flag = QString(field.key).replace(u'_', u'-');
    field.defaultText = defaultText;
    field.helpText = help;
    return field;
}

SpecField restartWhenField()
{
    SpecField field = choiceField(u"restart"_s, [](auto& spec) -> auto& { return spec.restart.when; },
                                  {u"always"_s, u"on-failure"_s, u"never"_s},
                                  QList{When::Always, When::OnFailure, When::Never});
    return withFlag(field, u"always"_s, QT_TRANSLATE_NOOP("FieldText", "When an app that ended by itself is started again"));
}

SpecField autorestartField()
{
    SpecField field = effectField(u"autorestart"_s, FieldType::Flag, [](AppSpec& spec, const QJsonValue& value) -> Result<void> {
        const Result<bool> wanted = value.isNull() ? Result<bool>(true) : flagValue(value);
        if (!wanted)
            return std::unexpected(wanted.error());
        if (!*wanted)
            spec.restart.when = When::Never;
        else if (spec.restart.when == When::Never)
            spec.restart.when = When::Always;
        return {};
    });
    field.defaultText = u"true"_s;
    field.helpText = QT_TRANSLATE_NOOP("FieldText", "false is the same as restart: never");
    field.negatedFlag = u"no-autorestart"_s;
    return field;
}

SpecField stopExitCodesField()
{
    const auto print = [](const QList<int>& codes) {
        QJsonArray array;
        for (int code : codes)
            array.append(code);
        return array;
    };
    SpecField field = memberField(u"stop_exit_codes"_s, FieldType::IntegerList,
                                  [](auto& spec) -> auto& { return spec.restart.stopExitCodes; }, exitCodesValue, print);
    return withFlag(field, {}, QT_TRANSLATE_NOOP("FieldText", "Exit codes after which the app is not started again"));
}

SpecField memoryField()
{
    SpecField field = sizeField(u"max_memory_restart"_s, [](auto& spec) -> auto& { return spec.restart.memoryLimit; });
    return withFlag(field, {}, QT_TRANSLATE_NOOP("FieldText", "Restart an instance whose processes together use more memory than this, such as 200M"));
}

SpecField stopSignalField()
{
    SpecField field = memberField(u"stop_signal"_s, FieldType::Text, [](auto& spec) -> auto& { return spec.stop.signal; }, signalValue,
                                  [](const QString& name) { return name; });
    field.aliases = {u"kill_signal"_s, u"signal"_s};
    return withFlag(field, u"SIGINT"_s, QT_TRANSLATE_NOOP("FieldText", "Signal that asks the app to end"));
}

SpecField killTimeoutField()
{
    SpecField field = durationField(u"kill_timeout"_s, [](auto& spec) -> auto& { return spec.stop.killTimeout; }, longestTimer);
    field.shortFlag = u"k"_s;
    return withFlag(field, u"1600"_s, QT_TRANSLATE_NOOP("FieldText", "Time to end by itself before everything left of it is killed"));
}

SpecField treekillField()
{
    return defaultOnField(u"treekill"_s, [](auto& spec) -> auto& { return spec.stop.wholeTree; }, u"no-treekill"_s,
                          QT_TRANSLATE_NOOP("FieldText", "Send the stop signal to all processes of the app, not only to the first"));
}

} // namespace

QList<SpecField> restartFields()
{
    return {
        restartWhenField(),
        autorestartField(),
        withFlag(durationField(u"restart_delay"_s, [](auto& spec) -> auto& { return spec.restart.delay; }, longestTimer), u"0"_s,
                 QT_TRANSLATE_NOOP("FieldText", "Fixed time before each restart")),
        withFlag(durationField(u"exp_backoff_restart_delay"_s, [](auto& spec) -> auto& { return spec.restart.backoffStart; }, longestTimer),
                 u"0"_s, QT_TRANSLATE_NOOP("FieldText", "First delay of growing delays before restarts; 0: off")),
        withFlag(numberField(u"backoff_factor"_s, [](auto& spec) -> auto& { return spec.restart.backoffFactor; }, 1, 100), u"1.5"_s,
                 QT_TRANSLATE_NOOP("FieldText", "By how much a growing delay is multiplied each time")),
        withFlag(durationField(u"backoff_cap"_s, [](auto& spec) -> auto& { return spec.restart.backoffCap; }, longestTimer), u"15s"_s,
                 QT_TRANSLATE_NOOP("FieldText", "Longest of the growing delays")),
        withFlag(numberField(u"backoff_jitter"_s, [](auto& spec) -> auto& { return spec.restart.backoffJitter; }, 0, 1), u"0"_s,
                 QT_TRANSLATE_NOOP("FieldText", "Part of a growing delay by which it is spread at random, 0 to 1")),
        withFlag(integerField(u"max_restarts"_s, [](auto& spec) -> auto& { return spec.restart.maxRestarts; }, 0, mostRestarts), u"16"_s,
                 QT_TRANSLATE_NOOP("FieldText", "So many crashes within restart_window, and the app counts as errored")),
        withFlag(durationField(u"restart_window"_s, [](auto& spec) -> auto& { return spec.restart.window; }, longestSpan), u"10m"_s,
                 QT_TRANSLATE_NOOP("FieldText", "Time in which crashes are counted")),
        withFlag(durationField(u"min_uptime"_s, [](auto& spec) -> auto& { return spec.restart.minUptime; }, longestSpan), u"1s"_s,
                 QT_TRANSLATE_NOOP("FieldText", "A run that was shorter counts as unstable")),
        withFlag(durationField(u"healthy_after"_s, [](auto& spec) -> auto& { return spec.restart.healthyAfter; }, longestSpan), u"30s"_s,
                 QT_TRANSLATE_NOOP("FieldText", "A run that lasted so long makes earlier crashes forgotten")),
        stopExitCodesField(),
        memoryField(),
        stopSignalField(),
        killTimeoutField(),
        treekillField(),
        withFlag(flagField(u"shutdown_with_message"_s, [](auto& spec) -> auto& { return spec.stop.message; }), u"false"_s,
                 QT_TRANSLATE_NOOP("FieldText", "Ask a Node app to end by the message 'shutdown' instead of the stop signal")),
    };
}

} // namespace tropero
