// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace tropero {

class Language;
class Settings;
class Theme;

/// Makes theme, language and the start at login follow the settings, from its construction on.
class SettingsEffects : public QObject
{
    Q_OBJECT

public:
    SettingsEffects(Settings& settings, Theme& theme, Language& language, QObject* parent = nullptr);

Q_SIGNALS:
    void failed(const QString& message);

private:
    void apply(const QString& key);

    Settings& m_settings;
    Theme& m_theme;
    Language& m_language;
};

} // namespace tropero
