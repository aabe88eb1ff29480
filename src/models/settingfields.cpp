// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settingfields.h"

#include <QDir>
#include <QLocale>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Settings)
};

SettingField flag(setting::Key key, const QString& title, const QString& help, bool byDefault)
{
    SettingField field;
    field.key = key;
    field.title = title;
    field.help = help;
    field.byDefault = byDefault;
    return field;
}

SettingField choice(setting::Key key, const QString& title, const QList<SettingField::Option>& options)
{
    SettingField field;
    field.key = key;
    field.title = title;
    field.type = SettingField::Type::Choice;
    field.options = options;
    field.byDefault = options.first().value;
    return field;
}

SettingField text(setting::Key key, const QString& title, const QString& help)
{
    SettingField field;
    field.key = key;
    field.title = title;
    field.help = help;
    field.type = SettingField::Type::Text;
    field.byDefault = QString();
    return field;
}

SettingField languageField()
{
    QList<SettingField::Option> options{{u"system"_s, Texts::tr("As the system")}};
    for (const QString& code : availableLanguages()) {
        QString name = QLocale(code).nativeLanguageName(); // in its own words, for who cannot read the others
        if (code == "en"_L1) name = u"English"_s;
        options.append({code, name.left(1).toUpper() + name.mid(1)});
    }
    return choice(setting::language, Texts::tr("Language"), options);
}

SettingField pauseField()
{
    SettingField field;
    field.key = setting::notificationPause;
    field.title = Texts::tr("At least this long between two about one app");
    field.type = SettingField::Type::Integer;
    field.byDefault = 30;
    field.least = 0;
    field.most = 3600;
    field.unit = Texts::tr(" s");
    return field;
}

} // namespace

QStringList availableLanguages()
{
    QStringList languages;
    for (QString name : QDir(u":/i18n"_s).entryList({u"tropero_*.qm"_s}))
        languages.append(name.remove("tropero_"_L1).remove(".qm"_L1));
    if (!languages.contains(u"en"_s)) languages.append(u"en"_s);
    languages.sort();
    return languages;
}

QList<SettingField> settingFields()
{
    QList<SettingField> fields;
    const auto section = [&fields](const QString& title, const QList<SettingField>& its) {
        for (SettingField field : its) {
            field.section = title;
            fields.append(field);
        }
    };
    section(Texts::tr("Window"),
            {languageField(),
             choice(setting::appearance, Texts::tr("Appearance"),
                    {{u"system"_s, Texts::tr("As the system")}, {u"light"_s, Texts::tr("Light")}, {u"dark"_s, Texts::tr("Dark")}}),
             flag(setting::closeToTray, Texts::tr("Closing the window keeps Tropero in the tray"),
                  Texts::tr("Apps go on running either way."), true)});
    section(Texts::tr("Start"),
            {flag(setting::startAtLogin, Texts::tr("Start Tropero when I log in"),
                  Texts::tr("Apps that were running are started with it."), false),
             flag(setting::startHidden, Texts::tr("Start in the tray, without the window"), {}, false)});
    section(Texts::tr("Notifications"),
            {choice(setting::notifications, Texts::tr("Tell me"),
                    {{u"all"_s, Texts::tr("when an app crashes, and when it gives up")},
                     {u"gave-up"_s, Texts::tr("only when an app gives up")},
                     {u"none"_s, Texts::tr("nothing")}}),
             pauseField()});
    section(Texts::tr("Tools"),
            {text(setting::editor, Texts::tr("Editor"),
                  Texts::tr("For example: code --goto {file}:{line}. Empty: the program that the system opens files with.")),
             text(setting::terminal, Texts::tr("Terminal"),
                  Texts::tr("Started in the app's folder. Empty: the usual one of the system."))});
    return fields;
}

} // namespace tropero
