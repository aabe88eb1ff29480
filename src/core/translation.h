// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>

class QCoreApplication;
class QTranslator;

namespace tropero {

/// Languages to try in order, e.g. {"es_MX", "es", "fr"}, from the values of LANGUAGE (a list with colons) and of the locale
/// ("es_MX.UTF-8"). Ends before English, which needs no translation; empty for the C locale, whatever LANGUAGE says.
QStringList preferredLanguages(const QString& language, const QString& locale);

/// How figures are written beside words of that language: as the user's region does, unless that has another language.
QLocale figuresBeside(const QString& language);

/// Loads ":/i18n/tropero_<language>.qm" for the first language of the user that there is one for, and installs it; figures go with it (figuresBeside()).
/// For English only the catalogue of plural forms, if the program has one. True when another language than English is in use. `translator` must outlive `application`'s texts.
bool installTranslation(QCoreApplication& application, QTranslator& translator);

/// For programs whose texts other programs read and word again (core/errorwords.h): English and figures as in "1.5", whatever language the user has.
void installEnglish(QCoreApplication& application, QTranslator& translator);

} // namespace tropero
