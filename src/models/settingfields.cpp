// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settingfields.h"

#include "core/appspec.h"
#include "core/units.h"

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

SettingField number(setting::Key key, const QString& title, const QString& help, int byDefault, int least, int most, const QString& unit = {})
{
    SettingField field;
    field.key = key;
    field.title = title;
    field.help = help;
    field.type = SettingField::Type::Integer;
    field.byDefault = byDefault;
    field.least = least;
    field.most = most;
    field.unit = unit;
    return field;
}

SettingField samplingField()
{
    QList<SettingField::Option> options;
    for (const auto value : {"0.5"_L1, "1"_L1, "2"_L1, "5"_L1, "10"_L1})
        options.append({value, formatDuration(Milliseconds(qRound(value.toDouble() * 1000)))});
    SettingField field = choice(setting::sampling, Texts::tr("Measure CPU and memory of apps every"), options);
    field.byDefault = u"1"_s;
    field.help = Texts::tr("Only while the window is open.");
    return field;
}

QList<SettingField> newAppFields()
{
    const AppSpec spec;
    return {choice(setting::newAppRestart, Texts::tr("Restart"),
                   {{u"always"_s, Texts::tr("whenever it ends")},
                    {u"on-failure"_s, Texts::tr("when it crashes")},
                    {u"never"_s, Texts::tr("never")}}),
            number(setting::newAppBackoff, Texts::tr("First wait before a restart"),
                   Texts::tr("Grows with each crash, up to 15 s. 0: restarts at once."), static_cast<int>(spec.restart.backoffStart.count()), 0, 15'000,
                   Texts::tr(" ms")),
            number(setting::newAppMaxRestarts, Texts::tr("Give up after this many crashes in 10 min"), {}, spec.restart.maxRestarts, 1, 10'000),
            number(setting::newAppKillTimeout, Texts::tr("Time to end by itself before it is killed"), {},
                   static_cast<int>(spec.stop.killTimeout.count()), 0, 600'000, Texts::tr(" ms")),
            number(setting::newAppLogSize, Texts::tr("Begin a new log file at"), Texts::tr("0: never."),
                   static_cast<int>(spec.logs.maxSize / 1024 / 1024), 0, 100'000, Texts::tr(" MB")),
            number(setting::newAppLogKeep, Texts::tr("Older log files kept"), {}, spec.logs.keep, 0, 1'000)};
}

} // namespace

int samplingMs(const QString& value)
{
    bool isNumber = false;
    const double seconds = value.toDouble(&isNumber);
    return isNumber && seconds > 0 ? qRound(seconds * 1000) : 1000;
}

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
             number(setting::notificationPause, Texts::tr("At least this long between two about one app"), {}, 30, 0, 3600, Texts::tr(" s")),
             text(setting::mutedApps, Texts::tr("Nothing about"), Texts::tr("Names of apps, with commas between. Also in the menu of each app."))});
    section(Texts::tr("New apps"), newAppFields());
    section(Texts::tr("Figures"), {samplingField()});
    section(Texts::tr("Processes and ports"),
            {number(setting::lookInterval, Texts::tr("Look again every"), {}, 2, 1, 60, Texts::tr(" s"))});
    section(Texts::tr("Tools"),
            {text(setting::editor, Texts::tr("Editor"),
                  Texts::tr("For example: code --goto {file}:{line}. Empty: the program that the system opens files with.")),
             text(setting::terminal, Texts::tr("Terminal"),
                  Texts::tr("Started in the app's folder. Empty: the usual one of the system."))});
    section({}, {text(setting::logHighlights, Texts::tr("Highlight rules of the log"), {})});
    return fields;
}

} // namespace tropero
