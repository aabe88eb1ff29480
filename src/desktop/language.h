// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

class QCoreApplication;

namespace tropero {

/// The language of all texts. Changing it changes every text that is seen (QEvent::LanguageChange).
class Language
{
public:
    explicit Language(QCoreApplication& application);
    ~Language();
    Q_DISABLE_COPY_MOVE(Language)

    /// "system", or one of availableLanguages().
    void choose(const QString& choice);

private:
    QCoreApplication& m_application;
    QTranslator m_own;
    QTranslator m_qt; ///< buttons and dialogs of Qt itself, where its catalogues are installed
};

} // namespace tropero
