// SPDX-License-Identifier: GPL-3.0-or-later
// Errors of a start that were made in English are said in the reader's language, whole.
#include "core/errorwords.h"
#include "core/reason.h"
#include "supervision/programresolver.h"

#include "supervisionfixture.h"
#include "unit/brackets.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace tropero;

class TestErrorWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsThatFail_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("interpreter");
        QTest::addColumn<QString>("path");
        QTest::newRow("not there") << u"./none.js"_s << QString() << u"bin"_s;
        QTest::newRow("nor in PATH") << u"none"_s << QString() << u"bin"_s;
        QTest::newRow("PATH empty") << u"none"_s << QString() << QString();
        QTest::newRow("mistyped") << u"./servre.js"_s << QString() << u"bin"_s;
        QTest::newRow("no folder") << u"no/such/server.js"_s << QString() << u"bin"_s;
        QTest::newRow("a folder") << u"./folder"_s << QString() << u"bin"_s;
        QTest::newRow("not executable") << u"./plain"_s << QString() << u"bin"_s;
        QTest::newRow("no interpreter") << u"./server.js"_s << u"nonesuch"_s << u"bin"_s;
        QTest::newRow("no such interpreter") << u"./server.js"_s << u"/no/such/node"_s << u"bin"_s;
        QTest::newRow("no script") << QString() << QString() << u"bin"_s;
    }

    void startsThatFail()
    {
        QFETCH(QString, script);
        QFETCH(QString, interpreter);
        QFETCH(QString, path);
        QTemporaryDir folder;
        QDir(folder.path()).mkpath(u"bin"_s);
        QDir(folder.path()).mkpath(u"folder"_s);
        QVERIFY(writeText(folder.filePath(u"server.js"_s), "", false));
        QVERIFY(writeText(folder.filePath(u"plain"_s), "words\n", false));
        AppSpec spec;
        spec.name = u"app"_s;
        spec.script = script;
        spec.cwd = folder.path();
        spec.interpreter = interpreter;
        const QString search = path.isEmpty() ? QString() : folder.filePath(path);
        const Result<LaunchPlan> plan = ProgramResolver({{u"PATH"_s, search}}, ProgramResolver::Family::Unix).resolve(spec);
        QVERIFY(!plan);
        const Error english = plan.error();
        Brackets brackets;
        QCoreApplication::installTranslator(&brackets);
        const Error said = translated(english);
        const QString words = Reason::ofError(english).words();
        QCoreApplication::removeTranslator(&brackets);
        const auto isSaid = [](const QString& before, const QString& after) { return before.isEmpty() ? after.isEmpty() : after == u'<' + before + u'>'; };
        QVERIFY2(isSaid(english.what, said.what), qPrintable(said.what));
        QVERIFY2(isSaid(english.why, said.why), qPrintable(said.why));
        QVERIFY2(isSaid(english.remedy, said.remedy), qPrintable(said.remedy));
        QCOMPARE(said.subject, english.subject);
        QCOMPARE(words, said.message());
    }
};

QTEST_GUILESS_MAIN(TestErrorWords)
#include "test_errorwords.moc"
