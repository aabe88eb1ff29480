// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandtable.h"
#include "cli/completion.h"
#include "cli/completionscripts.h"

#include <QTest>

using namespace tropero;
using namespace Qt::StringLiterals;

namespace {

QStringList wordsFor(const QStringList& typed, bool* asked = nullptr)
{
    QStringList words;
    for (const Candidate& candidate : completions(typed, [asked] {
             if (asked) *asked = true;
             return QList<Candidate>{{u"api"_s, {}}, {u"shop"_s, {}}};
         }))
        words.append(candidate.word);
    return words;
}

} // namespace

class TestCompletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCommand()
    {
        const QStringList words = wordsFor({QString()});
        QCOMPARE(words.size(), static_cast<qsizetype>(commandTable().size()));
        QVERIFY(words.contains("start"_L1));
        QVERIFY(!words.contains("ls"_L1));
    }

    void aPartOfACommand()
    {
        QCOMPARE(wordsFor({u"resu"_s}), QStringList{u"resurrect"_s});
        QCOMPARE(wordsFor({u"ls"_s}), QStringList{u"ls"_s}); // another name counts when it is typed
        QCOMPARE(wordsFor({u"--silent"_s, u"resu"_s}), QStringList{u"resurrect"_s});
    }

    void optionsOfACommand()
    {
        QVERIFY(wordsFor({u"start"_s, u"--max-mem"_s}).contains("--max-memory-restart"_L1));
        QVERIFY(wordsFor({u"stop"_s, u"--"_s}).contains("--help"_L1));
    }

    void targetsWhereOneMayStand()
    {
        QCOMPARE(wordsFor({u"stop"_s, u"a"_s}), QStringList{u"api"_s});
        QCOMPARE(wordsFor({u"restart"_s, u"api"_s, QString()}), (QStringList{u"api"_s, u"shop"_s}));
        bool asked = false;
        QCOMPARE(wordsFor({u"ports"_s, QString()}, &asked), QStringList());
        QVERIFY(!asked); // nobody waits for a daemon in vain
    }

    void aValueIsNoTarget()
    {
        bool asked = false;
        QCOMPARE(wordsFor({u"start"_s, u"--name"_s, u"a"_s}, &asked), QStringList());
        QVERIFY(!asked);
    }

    void wordsOfACommand()
    {
        QCOMPARE(wordsFor({u"daemon"_s, u"r"_s}), QStringList{u"restart"_s});
        QCOMPARE(wordsFor({u"completion"_s, QString()}), completionShells());
        QVERIFY(wordsFor({u"help"_s, u"sta"_s}).contains("start"_L1));
    }

    void nothingAfterTwoDashes()
    {
        QCOMPARE(wordsFor({u"start"_s, u"a.js"_s, u"--"_s, u"a"_s}), QStringList());
        QCOMPARE(wordsFor({u"nonsense"_s, u"a"_s}), QStringList());
        QCOMPARE(wordsFor({}).size(), static_cast<qsizetype>(commandTable().size()));
    }

    void aScriptForEachShell()
    {
        for (const QString& shell : completionShells())
            QVERIFY2(completionScript(shell).contains("completion words"), qPrintable(shell));
        QVERIFY(completionScript(u"cmd"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCompletion)
#include "test_completion.moc"
