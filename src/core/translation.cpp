// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/translation.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

/// "es_MX" of "es_MX.UTF-8@euro".
QString bareLocale(const QString& locale)
{
    const QString withoutModifier = locale.section(u'@', 0, 0);
    return withoutModifier.section(u'.', 0, 0).replace(u'-', u'_');
}

bool isEnglish(const QString& locale)
{
    return locale == "en"_L1 || locale.startsWith("en_"_L1);
}

/// The variable that decides by POSIX's rules; the system's setting where none is set (Windows).
QString userLocale()
{
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const QString value = qEnvironmentVariable(variable);
        if (!value.isEmpty())
            return value;
    }
    return QLocale::system().name();
}

} // namespace

QStringList preferredLanguages(const QString& language, const QString& locale)
{
    const QString main = bareLocale(locale);
    if (main.isEmpty() || main == "C"_L1 || main == "POSIX"_L1)
        return {};
    QStringList wanted = language.split(u':', Qt::SkipEmptyParts);
    if (wanted.isEmpty())
        wanted.append(main);
    QStringList result;
    for (const QString& entry : wanted) {
        const QString name = bareLocale(entry);
        if (isEnglish(name) || name == "C"_L1)
            break;
        result.append(name);
        if (name.contains(u'_'))
            result.append(name.section(u'_', 0, 0));
    }
    result.removeDuplicates();
    return result;
}

QLocale figuresBeside(const QString& language)
{
    const QLocale words(language);
    const QLocale region = QLocale::system();
    const bool neutral = region.language() == QLocale::C && words.language() == QLocale::English;
    return region.language() == words.language() || neutral ? region : words;
}

bool installTranslation(QCoreApplication& application, QTranslator& translator)
{
    const QStringList languages = preferredLanguages(qEnvironmentVariable("LANGUAGE"), userLocale());
    for (const QString& name : languages) {
        if (translator.load(u":/i18n/tropero_%1.qm"_s.arg(name))) {
            QLocale::setDefault(figuresBeside(name));
            return application.installTranslator(&translator);
        }
    }
    installEnglish(application, translator);
    QLocale::setDefault(figuresBeside(u"en"_s));
    return false;
}

void installEnglish(QCoreApplication& application, QTranslator& translator)
{
    QLocale::setDefault(QLocale::c());
    if (translator.load(u":/i18n/tropero_en.qm"_s))
        application.installTranslator(&translator);
}

} // namespace tropero
