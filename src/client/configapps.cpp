// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/configapps.h"

#include "core/nearest.h"
#include "core/specfields.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ConfigFile)
};

std::unexpected<Error> refuse(const QString& path, const QString& why, const QString& remedy = {})
{
    return failure(ErrorCode::InvalidArgument, Texts::tr("Cannot use the config file"), path, why, remedy);
}

bool hasScript(const QJsonObject& object)
{
    for (const QString& key : object.keys())
        if (const SpecField* field = findSpecField(key); field && field->key == "script"_L1)
            return true;
    return false;
}

/// {"api": {"script": ...}, "web": {...}}: the keys are the names.
QJsonArray namedApps(const QJsonObject& object)
{
    QJsonArray apps;
    for (auto entry = object.constBegin(); entry != object.constEnd(); ++entry) {
        if (!entry->isObject())
            return {};
        QJsonObject app = entry->toObject();
        if (!app.contains("name"_L1))
            app.insert("name"_L1, entry.key());
        apps.append(app);
    }
    return apps;
}

QJsonArray appsIn(const QJsonValue& value)
{
    if (value.isArray())
        return value.toArray();
    const QJsonObject object = value.toObject();
    return object.isEmpty() || hasScript(object) ? QJsonArray{value} : namedApps(object);
}

void warnAboutTopLevel(const QJsonObject& root, const QString& path, QStringList& warnings)
{
    static constexpr QLatin1StringView withoutEffect[] = {"deploy"_L1, "static"_L1};
    for (const QString& key : root.keys()) {
        if (key == "apps"_L1 || key == "$schema"_L1)
            continue;
        if (std::ranges::find(withoutEffect, key) != std::end(withoutEffect)) {
            warnings.append(Texts::tr("%1: \"%2\" has no effect in Tropero").arg(path, key));
            continue;
        }
        const QString near = nearestMatch(key, {u"apps"_s, u"deploy"_s, u"static"_s});
        warnings.append(near.isEmpty() ? Texts::tr("%1: unknown key \"%2\"").arg(path, key)
                                       : Texts::tr("%1: unknown key \"%2\"; did you mean \"%3\"?").arg(path, key, near));
    }
}

Result<QJsonArray> findApps(const QJsonValue& root, const QString& path, QStringList& warnings)
{
    if (root.isArray())
        return root.toArray();
    if (!root.isObject() || root.toObject().isEmpty())
        return refuse(path, Texts::tr("it describes no app"), Texts::tr("Write at least: { \"apps\": [{ \"name\": \"api\", \"script\": \"server.js\" }] }"));
    const QJsonObject object = root.toObject();
    for (const auto key : {"apps"_L1, "pm2"_L1}) {
        const QJsonValue value = object.value(key);
        if (value.isUndefined())
            continue;
        if (key == "apps"_L1)
            warnAboutTopLevel(object, path, warnings);
        if (key == "pm2"_L1 && value.toObject().contains("apps"_L1))
            return appsIn(value.toObject().value("apps"_L1));
        return appsIn(value);
    }
    if (hasScript(object))
        return QJsonArray{object};
    for (const QString& key : object.keys()) {
        const QString near = nearestMatch(key, {u"apps"_s});
        if (!near.isEmpty())
            return refuse(path, Texts::tr("it has no \"apps\", but a key \"%1\"").arg(key), Texts::tr("Did you mean \"apps\"?"));
    }
    if (path.endsWith("package.json"_L1))
        return refuse(path, Texts::tr("it has no \"pm2\" key with apps"), Texts::tr("To run one of its scripts: tropero start npm -- run NAME"));
    QStringList scripts;
    for (const SpecField& field : specFields())
        if (field.key == "script"_L1)
            scripts = QStringList{field.key} + field.aliases;
    for (const QString& key : object.keys()) {
        const QString near = nearestMatch(key, scripts);
        if (!near.isEmpty())
            return refuse(path, Texts::tr("it has no \"script\", but a key \"%1\"").arg(key), Texts::tr("Did you mean \"%1\"?").arg(near));
    }
    return refuse(path, Texts::tr("it has neither \"apps\" nor \"script\""),
                  Texts::tr("Write at least: { \"apps\": [{ \"name\": \"api\", \"script\": \"server.js\" }] }"));
}

QString resolvedFolder(QString cwd, const QString& folder)
{
    if (cwd.isEmpty())
        return folder;
    if (cwd == "~"_L1 || cwd.startsWith("~/"_L1))
        cwd = QDir::homePath() + cwd.mid(1);
    return QDir::cleanPath(QDir(folder).absoluteFilePath(cwd));
}

} // namespace

Result<ConfigFile> configFromJson(const QJsonValue& root, const QString& path, const QString& folder, const QString& profile)
{
    ConfigFile config;
    config.path = path;
    const auto apps = findApps(root, path, config.warnings);
    if (!apps)
        return std::unexpected(apps.error());
    if (apps->isEmpty())
        return refuse(path, Texts::tr("it describes no app"), Texts::tr("Add one to \"apps\""));

    QSet<QString> names;
    int position = 0;
    for (const QJsonValue value : *apps) {
        ++position;
        if (!value.isObject())
            return refuse(path, Texts::tr("app %1 is no object").arg(position), Texts::tr("Write { \"script\": \"server.js\" }"));
        QStringList warnings;
        QJsonObject object = value.toObject();
        const bool hasProfile = !profile.isEmpty() && object.contains("env_"_L1 + profile);
        if (hasProfile)
            object.insert("profile"_L1, profile);
        auto spec = specFromJson(object, {}, &warnings);
        for (const QString& warning : std::as_const(warnings))
            config.warnings.append(u"%1: %2"_s.arg(path, warning));
        if (spec && spec->script.isEmpty())
            return refuse(path, spec->name.isEmpty() ? Texts::tr("app %1 has no \"script\"").arg(position) : Texts::tr("the app \"%1\" has no \"script\"").arg(spec->name),
                          Texts::tr("Say what to run, for example \"script\": \"server.js\""));
        if (spec) {
            if (spec->name.isEmpty())
                spec->name = defaultAppName(spec->script);
            spec->cwd = resolvedFolder(spec->cwd, folder);
            if (!profile.isEmpty() && !hasProfile)
                config.warnings.append(Texts::tr("%1: the app \"%2\" has no \"env_%3\"").arg(path, spec->name, profile));
            if (const auto valid = validateSpec(*spec); !valid)
                spec = std::unexpected(valid.error());
        }
        if (!spec) {
            Error error = spec.error();
            const QString detail = error.message();
            return refuse(path, detail);
        }
        const QString key = spec->nameSpace + u'/' + spec->name;
        if (names.contains(key))
            return refuse(path, Texts::tr("two apps have the name \"%1\"").arg(spec->name), Texts::tr("Give each app a \"name\" of its own"));
        names.insert(key);
        config.apps.append(*spec);
    }
    return config;
}

} // namespace tropero
