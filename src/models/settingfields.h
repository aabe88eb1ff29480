// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QVariant>

namespace tropero {

/// One thing that a user can set, described once: the settings page, the file, import and export all read it here.
struct SettingField
{
    enum class Type { Flag, Integer, Choice, Text };
    struct Option
    {
        QString value; ///< as the file has it
        QString title; ///< translated
    };

    QString key;     ///< of the settings file, e.g. "window/appearance"; stable
    QString section; ///< translated heading that it stands under; empty: it is not on the page
    QString title;   ///< translated
    QString help;    ///< translated; empty: the title says it all
    Type type = Type::Flag;
    QVariant byDefault; ///< bool, int or QString as the type says
    int least = 0;      ///< Integer
    int most = 0;
    QString unit;          ///< Integer, translated, e.g. " px"
    QList<Option> options; ///< Choice
};

namespace setting {
using Key = QLatin1StringView;
inline constexpr Key appearance{"window/appearance"};      ///< "system", "light", "dark"
inline constexpr Key language{"window/language"};          ///< "system" or a language of availableLanguages()
inline constexpr Key closeToTray{"window/closeToTray"};
inline constexpr Key startHidden{"window/startHidden"};
inline constexpr Key startAtLogin{"system/startAtLogin"};
inline constexpr Key editor{"tools/editor"};               ///< command line; {file} and {line} are filled in
inline constexpr Key terminal{"tools/terminal"};
inline constexpr Key notifications{"notifications/level"}; ///< "all", "gave-up", "none"
inline constexpr Key notificationPause{"notifications/pause"}; ///< seconds between two about one app
inline constexpr Key mutedApps{"notifications/muted"}; ///< names, with commas between; see mutedapps.h
inline constexpr Key newAppRestart{"apps/restart"};       ///< "always", "on-failure", "never"
inline constexpr Key newAppBackoff{"apps/backoffStart"};  ///< ms, first delay of the back-off; 0: restarts at once
inline constexpr Key newAppMaxRestarts{"apps/maxRestarts"};
inline constexpr Key newAppKillTimeout{"apps/killTimeout"}; ///< ms
inline constexpr Key newAppLogSize{"apps/logSize"};       ///< MB; 0: never rotated by size
inline constexpr Key newAppLogKeep{"apps/logKeep"};       ///< rotated files
inline constexpr Key sampling{"apps/sampling"};             ///< seconds between two figures of an app, as text: "0.5"; see samplingMs()
inline constexpr Key lookInterval{"system/lookInterval"};    ///< seconds between two looks of the system page
inline constexpr Key logHighlights{"log/highlights"};       ///< as LogHighlights writes them; set in the log pane, not on the page
} // namespace setting

/// In the order of the page. Texts are in the language at the time of the call.
QList<SettingField> settingFields();

/// What setting::sampling says, in milliseconds.
int samplingMs(const QString& value);

/// "en" and each language that has a catalogue in the resources.
QStringList availableLanguages();

} // namespace tropero
