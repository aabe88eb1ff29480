// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/language.h"

#include "core/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace tropero {

using namespace Qt::StringLiterals;

Language::Language(QCoreApplication& application) : m_application(application)
{
}

Language::~Language()
{
    m_application.removeTranslator(&m_own);
    m_application.removeTranslator(&m_qt);
}

void Language::choose(const QString& choice)
{
    m_application.removeTranslator(&m_own);
    m_application.removeTranslator(&m_qt);
    QString language;
    if (choice == "system"_L1) {
        language = installTranslation(m_application, m_own) ? m_own.language() : u"en"_s;
    } else {
        language = choice;
        if (m_own.load(u":/i18n/tropero_%1.qm"_s.arg(choice))) m_application.installTranslator(&m_own);
    }
    QLocale::setDefault(figuresBeside(language));
    if (m_qt.load(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        m_application.installTranslator(&m_qt);
}

} // namespace tropero
