// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errorwords.h"
#include "core/filledtext.h"
#include "unit/brackets.h"

#include <QCoreApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

class FilledTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fits_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("one") << u"Cannot start %1"_s << u"Cannot start /srv/a b"_s << QStringList{u"/srv/a b"_s};
        QTest::newRow("two") << u"the port %1 is in use by %2"_s << u"the port 80 is in use by nginx"_s << QStringList{u"80"_s, u"nginx"_s};
        QTest::newRow("turned round") << u"%2 of %1"_s << u"a of b"_s << QStringList{u"b"_s, u"a"_s};
        QTest::newRow("a gap in front") << u"%1 is no file"_s << u"x is no file"_s << QStringList{u"x"_s};
        QTest::newRow("literal in an argument") << u"looked in %1, and %2"_s << u"looked in a, and b, and c"_s << QStringList{u"a"_s, u"b, and c"_s};
        QTest::newRow("percent in an argument") << u"no %1 here"_s << u"no %1 here"_s << QStringList{u"%1"_s};
        QTest::newRow("end also earlier") << u"at %1 s"_s << u"at 3 s s"_s << QStringList{u"3 s"_s};
    }

    void fits()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        const std::optional<FilledText> filled = filledText(pattern, text);
        QVERIFY(filled);
        QTEST(filled->arguments, "arguments");
        QCOMPARE(withArguments(pattern, filled->arguments), text);
    }

    void doesNotFit_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::newRow("no gap") << u"the same"_s << u"the same"_s;
        QTest::newRow("other words") << u"Cannot start %1"_s << u"Cannot stop x"_s;
        QTest::newRow("other end") << u"the file %1 is there"_s << u"the file x is gone"_s;
        QTest::newRow("nothing in the gap") << u"looked in %1"_s << u"looked in "_s;
        QTest::newRow("nothing between") << u"%1 and %2"_s << u"a and "_s;
        QTest::newRow("too short") << u"a%1a"_s << u"a"_s;
        QTest::newRow("empty") << u"%1 x"_s << QString();
    }

    void doesNotFit()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        QVERIFY(!filledText(pattern, text));
    }

    void aNumberChoosesTheForm()
    {
        const std::optional<FilledText> filled = filledText(u"%1 has %n files", u"a has 12 files");
        QVERIFY(filled);
        QCOMPARE(filled->count, 12);
        QCOMPARE(filled->arguments, QStringList{u"a"_s});
        QVERIFY(!filledText(u"%1 has %n files", u"a has few files"));
    }

    void argumentsThatLookLikeGapsStay()
    {
        QCOMPARE(withArguments(u"%1 and %2", {u"%2"_s, u"b"_s}), u"%2 and b"_s);
        QCOMPARE(withArguments(u"100 %, %3", {u"a"_s}), u"100 %, %3"_s);
    }

    void errorsAreSaidWhole_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("why");
        const auto error = [](const QString& what, const QString& why) { return Error{ErrorCode::NotFound, what, u"Name"_s, why, {}}; };
        QTest::newRow("plain") << error(u"Not a size"_s, {}) << u"<Not a size>"_s << QString();
        QTest::newRow("the closest") << error(u"Not a size"_s, u"the port 3000 is in use by node (process 12)"_s) << u"<Not a size>"_s
                                     << u"<the port 3000 is in use by <node (process 12)>>"_s;
        QTest::newRow("line by line") << error({}, u"Not a size\nmy own words\nCannot start x"_s) << QString() << u"<Not a size>\nmy own words\n<Cannot start x>"_s;
        QTest::newRow("one") << error(u"a.js and others changed (1 file)"_s, {}) << u"<a.js and others changed (1 files)>"_s << QString();
        QTest::newRow("many") << error(u"a.js and others changed (3 files)"_s, {}) << u"<a.js and others changed (3 files)>"_s << QString();
        QTest::newRow("a name stays") << error(u"Cannot start Mode"_s, {}) << u"<Cannot start Mode>"_s << QString();
        QTest::newRow("not ours") << error(u"Quite another thing"_s, u"ENOENT: no such file"_s) << u"Quite another thing"_s << u"ENOENT: no such file"_s;
    }

    void errorsAreSaidWhole()
    {
        QFETCH(Error, error);
        Brackets brackets;
        QCoreApplication::installTranslator(&brackets);
        const Error said = translatedError(error.toJson());
        QCoreApplication::removeTranslator(&brackets);
        QTEST(said.what, "what");
        QTEST(said.why, "why");
        QCOMPARE(said.subject, u"Name"_s);
        QCOMPARE(said.code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(FilledTextTest)
#include "tst_filledtext.moc"
