// SPDX-License-Identifier: GPL-3.0-or-later
// Each reader has its own language, whichever the daemon was started in.
#include "e2e.h"

using namespace Qt::StringLiterals;

namespace {

const QStringList inSpanish{u"LC_ALL=es_ES.UTF-8"_s, u"LANGUAGE="_s};
const QStringList inEnglish{u"LC_ALL=C.UTF-8"_s, u"LANGUAGE="_s};

} // namespace

class LanguageTest : public SandboxTest
{
    Q_OBJECT

private Q_SLOTS:
    void errorsAreInTheReadersLanguage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("english");
        QTest::addColumn<QByteArray>("spanish");
        QTest::newRow("a file that is not there") << QStringList{u"start"_s, u"none.js"_s} << QByteArray("Cannot start the app: none.js: the file does not exist")
                                                  << QByteArray("No se puede arrancar la aplicación: none.js: el archivo no existe");
        QTest::newRow("no such folder") << QStringList{u"start"_s, u"app.js"_s, u"--name"_s, u"b"_s, u"--cwd"_s, u"gone"_s}
                                        << QByteArray("the working folder does not exist") << QByteArray("la carpeta de trabajo no existe");
        QTest::newRow("no such app") << QStringList{u"stop"_s, u"none"_s} << QByteArray("No such app: none") << QByteArray("No existe esa aplicación: none");
        QTest::newRow("filled in") << QStringList{u"scale"_s, u"here"_s, u"1"_s} << QByteArray("here: it has 1 instance") << QByteArray("here: tiene 1 instancia");
        QTest::newRow("unknown signal") << QStringList{u"sendSignal"_s, u"SIGFOO"_s, u"here"_s} << QByteArray("there is no signal of that name")
                                        << QByteArray("no hay ninguna señal con ese nombre");
    }

    void errorsAreInTheReadersLanguage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, english);
        QFETCH(QByteArray, spanish);
        m_box->file(u"app.js"_s, "setInterval(() => {}, 1000);");
        for (const QStringList& daemonsLanguage : {inEnglish, inSpanish}) {
            const Outcome started = m_box->run({u"start"_s, u"app.js"_s, u"--name"_s, u"here"_s}, {}, daemonsLanguage);
            QVERIFY2(started.code == 0, started.err.constData());
            const Outcome inOne = m_box->run(arguments, {}, inEnglish);
            QVERIFY2(inOne.code != 0 && inOne.err.contains(english), inOne.err.constData());
            const Outcome inOther = m_box->run(arguments, {}, inSpanish);
            QVERIFY2(inOther.code != 0 && inOther.err.contains(spanish), inOther.err.constData());
            QCOMPARE(m_box->run({u"kill"_s}).code, 0);
        }
    }
};

QTEST_GUILESS_MAIN(LanguageTest)
#include "tst_language.moc"
