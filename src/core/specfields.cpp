// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/specfields.h"

#include "core/nearest.h"
#include "core/nodescript.h"
#include "core/specfieldnames.h"
#include "core/specfieldtable.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

struct SpecFieldsText
{
    Q_DECLARE_TR_FUNCTIONS(SpecFieldsText)
};

constexpr QLatin1StringView profilePrefix{"env_"};
constexpr QLatin1StringView execModeKey{"exec_mode"};
constexpr QLatin1StringView instancesKey{"instances"};
constexpr QLatin1StringView listenKey{"listen"};

/// One key of a config object with the field that it means.
struct Entry
{
    const SpecField* field = nullptr;
    QString key;
    QJsonValue value;
};

/// The user's name for the app in messages; the object may be too broken to have one.
QString appLabel(const QJsonObject& object, const AppSpec& base)
{
    for (const QString& key : {u"name"_s, u"script"_s}) {
        if (const QString text = object[key].toString(); !text.isEmpty())
            return text;
    }
    return base.name.isEmpty() ? base.script : base.name;
}

QString quotedKey(const QString& key, const QString& app)
{
    return app.isEmpty() ? SpecFieldsText::tr("\"%1\"").arg(key) : SpecFieldsText::tr("\"%1\" of app \"%2\"").arg(key, app);
}

std::unexpected<Error> wrongKey(const Error& error, const QString& key, const QString& app)
{
    return failure(error.code, SpecFieldsText::tr("Wrong value for %1").arg(quotedKey(key, app)), error.subject, error.why, error.remedy);
}

QStringList knownKeys()
{
    QStringList keys;
    for (const SpecField& field : specFields()) {
        keys.append(field.key);
        keys.append(field.aliases);
    }
    return keys;
}

QString unknownKeyWarning(const QString& key, const QString& app)
{
    const QString nearest = nearestMatch(snakeCase(key), knownKeys());
    if (nearest.isEmpty())
        return SpecFieldsText::tr("Unknown key %1 is ignored").arg(quotedKey(key, app));
    return SpecFieldsText::tr("Unknown key %1 is ignored; did you mean \"%2\"?").arg(quotedKey(key, app), nearest);
}

/// A key without effect is worth a word only when it asks for something.
bool asksForNothing(const SpecField& field, const QJsonValue& value)
{
    const QString text = javascriptText(value);
    return value.isNull() || text.isEmpty() || text == field.defaultText || text == "false"_L1 || text == "0"_L1
        || (value.isArray() && value.toArray().isEmpty()) || (value.isObject() && value.toObject().isEmpty());
}

/// In the table's order, so that fields which build on others come after them; of a key and its alias the key comes last and wins.
QList<Entry> sortedEntries(const QJsonObject& object)
{
    QList<Entry> entries;
    for (auto it = object.begin(); it != object.end(); ++it)
        entries.append({findSpecField(it.key()), it.key(), it.value()});
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        if (a.field != b.field)
            return std::less<>()(a.field, b.field);
        return a.field && b.key == a.field->key && a.key != b.key;
    });
    return entries;
}

/// Which of the keys that the mode depends on were given.
struct Given
{
    bool execMode = false;
    bool instances = false;
    bool listen = false;

    void note(const Entry& entry)
    {
        if (entry.value.isNull())
            return;
        execMode = execMode || entry.field->key == execModeKey;
        instances = instances || entry.field->key == instancesKey;
        listen = listen || entry.field->key == listenKey;
    }
};

std::optional<ExecMode> impliedMode(const AppSpec& spec, const Given& given)
{
    if (given.execMode)
        return std::nullopt;
    const bool cluster = (given.instances && looksLikeNode(spec)) || (given.listen && !spec.cluster.listen.isEmpty());
    return cluster ? std::optional(ExecMode::Cluster) : std::nullopt;
}

} // namespace

QString SpecField::help() const
{
    return FieldText::tr(helpText);
}

const QList<SpecField>& specFields()
{
    static const QList<SpecField> fields = launchFields() + clusterFields() + restartFields() + watchFields() + logFields() + pm2OnlyFields();
    return fields;
}

const SpecField* findSpecField(const QString& key)
{
    static const QHash<QString, const SpecField*> byName = [] {
        QHash<QString, const SpecField*> result;
        for (const SpecField& field : specFields()) {
            for (const QString& name : namesOf(field))
                result.insert(name, &field);
        }
        return result;
    }();
    return byName.value(key);
}

Result<AppSpec> specFromJson(const QJsonObject& object, AppSpec base, QStringList* warnings)
{
    const QString app = appLabel(object, base);
    const auto warn = [warnings](const QString& text) {
        if (warnings)
            warnings->append(text);
    };
    const SpecField* previous = nullptr;
    Given given;
    for (const Entry& entry : sortedEntries(object)) {
        if (!entry.field) {
            const QString profile = entry.key.sliced(std::min<qsizetype>(profilePrefix.size(), entry.key.size()));
            if (!entry.key.startsWith(profilePrefix) || profile.isEmpty()) {
                warn(unknownKeyWarning(entry.key, app));
            } else if (entry.value.isNull()) {
                base.envProfiles.remove(profile);
            } else {
                const Result<EnvironmentMap> environment = environmentValue(entry.value);
                if (!environment)
                    return wrongKey(environment.error(), entry.key, app);
                base.envProfiles.insert(profile, *environment);
            }
            continue;
        }
        if (entry.field == previous)
            warn(SpecFieldsText::tr("%1 is given more than once under different names; \"%2\" counts")
                     .arg(quotedKey(previous->key, app), entry.key));
        previous = entry.field;
        if (const Result<void> read = entry.field->read(base, entry.value); !read)
            return wrongKey(read.error(), entry.key, app);
        given.note(entry);
        if (!entry.field->supported && !asksForNothing(*entry.field, entry.value))
            warn(SpecFieldsText::tr("%1 has no effect: %2").arg(quotedKey(entry.key, app), entry.field->help()));
    }
    if (const std::optional<ExecMode> mode = impliedMode(base, given))
        base.execMode = *mode;
    return base;
}

QJsonObject specToJson(const AppSpec& spec)
{
    static const QList<QJsonValue> defaults = [] {
        const AppSpec standard;
        QList<QJsonValue> values;
        for (const SpecField& field : specFields())
            values.append(field.write(standard));
        return values;
    }();
    QJsonObject object;
    const QList<SpecField>& fields = specFields();
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const QJsonValue value = fields[i].write(spec);
        if (!value.isUndefined() && value != defaults[i])
            object.insert(fields[i].key, value);
    }
    // What the reader would conclude otherwise is said in so many words.
    const Given given{false, object.contains(instancesKey), object.contains(listenKey)};
    if (const std::optional<ExecMode> mode = impliedMode(spec, given); mode && *mode != spec.execMode)
        object.insert(execModeKey, findSpecField(QString(execModeKey))->write(spec));
    for (const auto& [profile, environment] : spec.envProfiles.asKeyValueRange()) {
        QJsonObject block;
        for (const auto& [name, value] : environment.asKeyValueRange())
            block.insert(name, value);
        object.insert(profilePrefix + profile, block);
    }
    return object;
}

} // namespace tropero
