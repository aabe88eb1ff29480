// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/settingseffects.h"

#include "desktop/language.h"
#include "desktop/theme.h"
#include "models/settings.h"
#include "platform/loginitem.h"

#include <QCoreApplication>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

Theme::Choice themeChoice(const QString& value)
{
    if (value == "light"_L1) return Theme::Choice::Light;
    return value == "dark"_L1 ? Theme::Choice::Dark : Theme::Choice::System;
}

} // namespace

SettingsEffects::SettingsEffects(Settings& settings, Theme& theme, Language& language, QObject* parent)
    : QObject(parent), m_settings(settings), m_theme(theme), m_language(language)
{
    apply(setting::language);
    apply(setting::appearance);
    // The system's own settings may have changed it meanwhile.
    const bool atLogin = platform::startsAtLogin(u"tropero"_s);
    if (settings.flag(setting::startAtLogin) != atLogin) (void)settings.set(setting::startAtLogin, atLogin);
    connect(&settings, &Settings::changed, this, &SettingsEffects::apply);
}

void SettingsEffects::apply(const QString& key)
{
    if (key == setting::language) {
        m_language.choose(m_settings.text(setting::language));
    } else if (key == setting::appearance) {
        m_theme.setChoice(themeChoice(m_settings.text(setting::appearance)));
    } else if (key == setting::startAtLogin) {
        const Result<void> done = platform::setStartsAtLogin(u"tropero"_s, platform::lastingPath(QCoreApplication::applicationFilePath()), {u"--hidden"_s},
                                                             m_settings.flag(setting::startAtLogin));
        if (!done) Q_EMIT failed(done.error().message());
    }
}

} // namespace tropero
