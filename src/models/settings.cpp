// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings.h"

#include "platform/files.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 1'000'000;

/// The value as the field's type, nothing when it is none of its values. An INI file has texts only.
std::optional<QVariant> sensible(const SettingField& field, const QVariant& value)
{
    switch (field.type) {
    case SettingField::Type::Flag: {
        const QString text = value.toString();
        if (text == "true"_L1 || text == "false"_L1) return text == "true"_L1;
        return std::nullopt;
    }
    case SettingField::Type::Integer: {
        bool isNumber = false;
        const int number = value.toInt(&isNumber);
        if (isNumber && number >= field.least && number <= field.most) return number;
        return std::nullopt;
    }
    case SettingField::Type::Choice:
        for (const SettingField::Option& option : field.options) {
            if (option.value == value.toString()) return option.value;
        }
        return std::nullopt;
    case SettingField::Type::Text:
        if (value.typeId() == QMetaType::QString) return value;
        // "a, b" in an INI file reads as a list.
        if (value.typeId() == QMetaType::QStringList) return value.toStringList().join(", "_L1);
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<SettingField> fieldOf(QStringView key)
{
    const QList<SettingField> fields = settingFields();
    const auto found = std::ranges::find_if(fields, [key](const SettingField& field) { return field.key == key; });
    if (found == fields.cend()) return std::nullopt;
    return *found;
}

} // namespace

Settings::Settings(const QString& file, QObject* parent) : QObject(parent), m_file(file)
{
}

QVariant Settings::value(setting::Key key) const
{
    const std::optional<SettingField> field = fieldOf(QString(key));
    if (!field) return {};
    const QSettings stored(m_file, QSettings::IniFormat);
    return sensible(*field, stored.value(field->key)).value_or(field->byDefault);
}

AppSpec Settings::newApp() const
{
    AppSpec spec;
    const QString when = text(setting::newAppRestart);
    spec.restart.when = when == "never"_L1        ? RestartPolicy::When::Never
                        : when == "on-failure"_L1 ? RestartPolicy::When::OnFailure
                                                  : RestartPolicy::When::Always;
    spec.restart.backoffStart = Milliseconds(value(setting::newAppBackoff).toInt());
    spec.restart.maxRestarts = value(setting::newAppMaxRestarts).toInt();
    spec.stop.killTimeout = Milliseconds(value(setting::newAppKillTimeout).toInt());
    spec.logs.maxSize = value(setting::newAppLogSize).toLongLong() * 1024 * 1024;
    spec.logs.keep = value(setting::newAppLogKeep).toInt();
    return spec;
}

Result<void> Settings::set(const QString& key, const QVariant& value)
{
    const std::optional<SettingField> field = fieldOf(key);
    if (!field) return failure(ErrorCode::InvalidArgument, tr("There is no such setting"), key);
    const std::optional<QVariant> wanted = sensible(*field, value);
    if (!wanted) return failure(ErrorCode::InvalidArgument, tr("The setting does not take this value"), key, value.toString());
    QSettings stored(m_file, QSettings::IniFormat);
    const QVariant before = sensible(*field, stored.value(key)).value_or(field->byDefault);
    if (*wanted == field->byDefault) stored.remove(key);
    else stored.setValue(key, *wanted);
    stored.sync();
    if (before != *wanted) Q_EMIT changed(key);
    if (stored.status() != QSettings::NoError) {
        return failure(ErrorCode::Io, tr("The setting counts until Tropero ends, but could not be stored"), m_file, {},
                       tr("See that the file can be written"));
    }
    return {};
}

Result<void> Settings::exportTo(const QString& file) const
{
    const QSettings stored(m_file, QSettings::IniFormat);
    QJsonObject all;
    for (const SettingField& field : settingFields()) {
        const QVariant value = sensible(field, stored.value(field.key)).value_or(field.byDefault);
        if (value != field.byDefault) all.insert(field.key, QJsonValue::fromVariant(value));
    }
    return platform::writeFileAtomically(file, QJsonDocument(all).toJson());
}

Result<void> Settings::importFrom(const QString& file)
{
    const Result<QByteArray> bytes = platform::readFile(file, largestFile);
    if (!bytes) return std::unexpected(bytes.error());
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes, &problem);
    if (!document.isObject())
        return failure(ErrorCode::InvalidArgument, tr("This is no file of settings"), file, problem.errorString());
    const QJsonObject all = document.object();
    for (auto entry = all.begin(); entry != all.end(); ++entry) {
        const std::optional<SettingField> field = fieldOf(entry.key());
        if (!field || !sensible(*field, entry.value().toVariant())) {
            return failure(ErrorCode::InvalidArgument, tr("The file has a setting that cannot be taken"), entry.key(),
                           entry.value().toVariant().toString(), tr("Nothing was changed"));
        }
    }
    for (const SettingField& field : settingFields()) {
        const Result<void> done = set(field.key, all.contains(field.key) ? all.value(field.key).toVariant() : field.byDefault);
        if (!done) return done;
    }
    return {};
}

AppSpec withPolicies(AppSpec spec, const AppSpec& defaults)
{
    const AppSpec plain;
    if (spec.restart == plain.restart) spec.restart = defaults.restart;
    if (spec.stop == plain.stop) spec.stop = defaults.stop;
    if (spec.logs == plain.logs) spec.logs = defaults.logs;
    return spec;
}

} // namespace tropero
