// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QCoreApplication;
class QTranslator;

namespace tropero {

/// Languages to try in order, e.g. {"es_MX", "es", "fr"}, from the values of LANGUAGE (a list with colons) and of the locale
/// ("es_MX.UTF-8"). Ends before English, which needs no translation; empty for the C locale, whatever LANGUAGE says.
QStringList preferredLanguages(const QString& language, const QString& locale);

/// Loads ":/i18n/tropero_<language>.qm" for the first language of the user that there is one for, and installs it.
/// For English only the catalogue of plural forms, if the program has one. True when another language than English is in use. `translator` must outlive `application`'s texts.
bool installTranslation(QCoreApplication& application, QTranslator& translator);

} // namespace tropero
