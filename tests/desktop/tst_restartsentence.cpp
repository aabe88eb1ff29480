// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/restartsentence.h"
#include "desktop/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QLocale>
#include <QtTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace tropero;

class RestartSentenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        RestartPolicy policy;
        policy.backoffStart = Milliseconds(100);
        m_sentence = std::make_unique<RestartSentence>(*m_theme);
        m_sentence->setPolicy(policy);
    }

    void cleanup()
    {
        m_sentence.reset();
        m_theme.reset();
        QLocale::setDefault(QLocale::c());
    }

    void factorHasTheDecimalSignOfTheLanguage()
    {
        QCOMPARE(factor()->text(), u"1.5"_s);
        QLocale::setDefault(QLocale(QLocale::Spanish, QLocale::Spain));
        QEvent language(QEvent::LanguageChange);
        QCoreApplication::sendEvent(m_sentence.get(), &language);
        QCOMPARE(factor()->text(), u"1,5"_s);
    }

    void bothDecimalSignsAreUnderstood()
    {
        QSignalSpy changed(m_sentence.get(), &RestartSentence::changed);
        factor()->setText(u"2,25"_s);
        QCOMPARE(m_sentence->policy().backoffFactor, 2.25);
        factor()->setText(u"3.5"_s);
        QCOMPARE(m_sentence->policy().backoffFactor, 3.5);
        QCOMPARE(changed.size(), 2);
    }

    void whatIsNoNumberIsToldAndNotTaken()
    {
        QVERIFY(m_sentence->problem().isEmpty());
        factor()->setText(u"1,5,2"_s);
        QVERIFY(m_sentence->problem().contains(u"1,5,2"_s));
        QCOMPARE(m_sentence->policy().backoffFactor, 1.5);
    }

private:
    QLineEdit* factor() const
    {
        for (QLineEdit* line : m_sentence->findChildren<QLineEdit*>(u"sentenceField"_s)) {
            if (!line->isHidden() && line->property("part").toInt() == static_cast<int>(RestartPart::BackoffFactor)) return line;
        }
        return nullptr;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<RestartSentence> m_sentence;
};

QTEST_MAIN(RestartSentenceTest)
#include "tst_restartsentence.moc"
