// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/specchange.h"

#include "core/specfields.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

// Whatever a process is started with. All else is read by guard and daemon when they need it.
constexpr std::array atStart{
    "script"_L1, "args"_L1, "cwd"_L1, "interpreter"_L1, "interpreter_args"_L1, "env"_L1, "profile"_L1, "filter_env"_L1, "instance_var"_L1,
    "increment_var"_L1, "uid"_L1, "gid"_L1, "scheduling"_L1, "ready_when"_L1, "ready_probe"_L1, "listen_timeout"_L1, "pmx"_L1, "metrics"_L1,
};

ChangeEffect effectOf(const QString& key, const AppSpec& before, const AppSpec& after)
{
    // Who opens the ports changes: one cannot before the other has closed them.
    if (key == "exec_mode"_L1 || (key == "listen"_L1 && before.cluster.listen.isEmpty() != after.cluster.listen.isEmpty()))
        return ChangeEffect::Restart;
    const bool isAtStart = key == "listen"_L1 || std::ranges::any_of(atStart, [&key](QLatin1StringView each) { return key == each; });
    return isAtStart ? ChangeEffect::NextStart : ChangeEffect::Live;
}

QStringList differing(const EnvironmentMap& before, const EnvironmentMap& after)
{
    QStringList names;
    for (const auto& [name, value] : before.asKeyValueRange()) {
        if (const auto now = after.constFind(name); now == after.constEnd() || *now != value)
            names.append(name);
    }
    for (const QString& name : after.keys()) {
        if (!before.contains(name))
            names.append(name);
    }
    names.sort();
    return names;
}

void appendProfiles(QList<SpecChange>& changes, const AppSpec& before, const AppSpec& after)
{
    QStringList names = before.envProfiles.keys() + after.envProfiles.keys();
    names.sort();
    names.removeDuplicates();
    for (const QString& name : std::as_const(names)) {
        const QStringList variables = differing(before.envProfiles.value(name), after.envProfiles.value(name));
        if (variables.isEmpty() && before.envProfiles.contains(name) == after.envProfiles.contains(name))
            continue;
        const QString key = u"env_"_s + name;
        const bool isChosen = name == before.envProfile || name == after.envProfile;
        changes.append({key, key, isChosen ? ChangeEffect::NextStart : ChangeEffect::Live, variables});
    }
}

} // namespace

QList<SpecChange> specChanges(const AppSpec& before, const AppSpec& after)
{
    QList<SpecChange> changes;
    for (const SpecField& field : specFields()) {
        if (field.write(before) == field.write(after))
            continue;
        SpecChange change{field.key, specFieldTitle(field.key), effectOf(field.key, before, after)};
        if (field.type == FieldType::Environment)
            change.variables = differing(before.env, after.env);
        changes.append(change);
    }
    appendProfiles(changes, before, after);
    return changes;
}

QStringList keysOf(const QList<SpecChange>& changes, bool live)
{
    QStringList keys;
    for (const SpecChange& change : changes) {
        if ((change.effect == ChangeEffect::Live) == live)
            keys.append(change.key);
    }
    return keys;
}

} // namespace tropero
