// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/translation.h"
#include "core/units.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace tropero;

class TranslationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void languages_data();
    void languages();
    void installs_data();
    void installs();
};

void TranslationTest::init()
{
    for (const char* variable : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"})
        qunsetenv(variable);
}

void TranslationTest::languages_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("none") << QString() << QString() << QStringList();
    QTest::newRow("C") << QString() << u"C"_s << QStringList();
    QTest::newRow("C.UTF-8") << QString() << u"C.UTF-8"_s << QStringList();
    QTest::newRow("C beats LANGUAGE") << u"es"_s << u"C"_s << QStringList();
    QTest::newRow("POSIX") << u"es"_s << u"POSIX"_s << QStringList();
    QTest::newRow("English") << QString() << u"en_GB.UTF-8"_s << QStringList();
    QTest::newRow("Spanish") << QString() << u"es_MX.UTF-8"_s << QStringList({u"es_MX"_s, u"es"_s});
    QTest::newRow("modifier") << QString() << u"ca_ES@valencia"_s << QStringList({u"ca_ES"_s, u"ca"_s});
    QTest::newRow("Windows' form") << QString() << u"es-MX"_s << QStringList({u"es_MX"_s, u"es"_s});
    QTest::newRow("LANGUAGE first") << u"eo:es"_s << u"de_DE.UTF-8"_s << QStringList({u"eo"_s, u"es"_s});
    QTest::newRow("up to English") << u"pt_BR:pt:en:es"_s << u"de_DE.UTF-8"_s << QStringList({u"pt_BR"_s, u"pt"_s});
    QTest::newRow("English first") << u"en:es"_s << u"es_ES.UTF-8"_s << QStringList();
    QTest::newRow("enm is not English") << u"enm"_s << u"es"_s << QStringList({u"enm"_s});
}

void TranslationTest::languages()
{
    QFETCH(QString, language);
    QFETCH(QString, locale);
    QTEST(preferredLanguages(language, locale), "expected");
}

void TranslationTest::installs_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("translated");
    QTest::newRow("LANG") << QByteArray("LANG") << QByteArray("eo_XX.UTF-8") << true;
    QTest::newRow("LC_MESSAGES") << QByteArray("LC_MESSAGES") << QByteArray("eo") << true;
    QTest::newRow("LC_ALL") << QByteArray("LC_ALL") << QByteArray("eo.UTF-8") << true;
    QTest::newRow("English") << QByteArray("LC_ALL") << QByteArray("en_US.UTF-8") << false;
    QTest::newRow("not there") << QByteArray("LC_ALL") << QByteArray("tlh") << false;
    QTest::newRow("no path") << QByteArray("LC_ALL") << QByteArray("../i18n/tropero_eo") << false;
}

void TranslationTest::installs()
{
    QFETCH(QByteArray, variable);
    QFETCH(QByteArray, value);
    QFETCH(bool, translated);
    qputenv(variable.constData(), value);
    QTranslator translator;
    QCOMPARE(installTranslation(*QCoreApplication::instance(), translator), translated);
    QCOMPARE(parseSize(u"x"_s).error().what, translated ? u"Ne estas grando"_s : u"Not a size"_s);
    QCoreApplication::removeTranslator(&translator);
    QCOMPARE(parseSize(u"x"_s).error().what, u"Not a size"_s);
}

QTEST_GUILESS_MAIN(TranslationTest)
#include "tst_translation.moc"
