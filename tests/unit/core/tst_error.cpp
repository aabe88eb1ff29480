// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

class ErrorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysAreStable_data();
    void keysAreStable();
    void unknownKeyIsInternal();
    void message_data();
    void message();
    void travelsAsJson();
    void badJsonIsHarmless();
    void failureFillsAllParts();
};

void ErrorTest::keysAreStable_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("key");
    const QList<std::pair<ErrorCode, const char*>> keys{
        {ErrorCode::InvalidArgument, "invalid-argument"},     {ErrorCode::NotFound, "not-found"},
        {ErrorCode::AlreadyExists, "already-exists"},         {ErrorCode::NotExecutable, "not-executable"},
        {ErrorCode::WrongArchitecture, "wrong-architecture"}, {ErrorCode::MissingFolder, "missing-folder"},
        {ErrorCode::MissingInterpreter, "missing-interpreter"}, {ErrorCode::PermissionDenied, "permission-denied"},
        {ErrorCode::Unavailable, "unavailable"},              {ErrorCode::Timeout, "timeout"},
        {ErrorCode::Io, "io"},                                {ErrorCode::NoSpace, "no-space"},
        {ErrorCode::Protocol, "protocol"},                    {ErrorCode::Unsupported, "unsupported"},
        {ErrorCode::Cancelled, "cancelled"},                  {ErrorCode::NotReady, "not-ready"},
        {ErrorCode::Internal, "internal"},
    };
    QCOMPARE(keys.size(), static_cast<int>(ErrorCode::Internal) + 1);
    for (const auto& [code, key] : keys)
        QTest::newRow(key) << static_cast<int>(code) << QString::fromLatin1(key);
}

void ErrorTest::keysAreStable()
{
    QFETCH(int, code);
    QFETCH(QString, key);
    QCOMPARE(errorKey(static_cast<ErrorCode>(code)), key);
    QCOMPARE(static_cast<int>(errorCodeFromKey(key)), code);
}

void ErrorTest::unknownKeyIsInternal()
{
    QCOMPARE(errorCodeFromKey(u"no-such-key"_s), ErrorCode::Internal);
    QCOMPARE(errorCodeFromKey({}), ErrorCode::Internal);
    QCOMPARE(errorKey(static_cast<ErrorCode>(999)), u"internal"_s);
}

void ErrorTest::message_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("why");
    QTest::addColumn<QString>("remedy");
    QTest::addColumn<QString>("expected");
    QTest::newRow("all") << u"Cannot start"_s << u"a.js"_s << u"it is not there"_s << u"Check the path"_s
                         << u"Cannot start: a.js: it is not there. Check the path."_s;
    QTest::newRow("no remedy") << u"Cannot start"_s << u"a.js"_s << u"gone"_s << QString() << u"Cannot start: a.js: gone"_s;
    QTest::newRow("no subject") << u"Cannot start"_s << QString() << u"gone"_s << QString() << u"Cannot start: gone"_s;
    QTest::newRow("what only") << u"Cannot start"_s << QString() << QString() << QString() << u"Cannot start"_s;
    QTest::newRow("remedy only") << QString() << QString() << QString() << u"Try again"_s << u"Try again"_s;
    QTest::newRow("question") << u"No such app"_s << u"apj"_s << QString() << u"Did you mean 'api'?"_s
                              << u"No such app: apj. Did you mean 'api'?"_s;
    QTest::newRow("nothing") << QString() << QString() << QString() << QString() << QString();
}

void ErrorTest::message()
{
    QFETCH(QString, what);
    QFETCH(QString, subject);
    QFETCH(QString, why);
    QFETCH(QString, remedy);
    QTEST(Error({ErrorCode::Io, what, subject, why, remedy}).message(), "expected");
}

void ErrorTest::travelsAsJson()
{
    const Error full{ErrorCode::MissingFolder, u"Cannot start"_s, u"/ä b"_s, u"no folder"_s, u"Create it"_s};
    QCOMPARE(Error::fromJson(full.toJson()), full);
    const Error bare{ErrorCode::Timeout, u"Too late"_s, {}, {}, {}};
    QCOMPARE(Error::fromJson(bare.toJson()), bare);
    QCOMPARE(bare.toJson().keys(), QStringList({u"key"_s, u"what"_s}));
}

void ErrorTest::badJsonIsHarmless()
{
    QCOMPARE(Error::fromJson({}).code, ErrorCode::Internal);
    const Error error = Error::fromJson({{u"key"_s, 5}, {u"what"_s, QJsonObject()}, {u"why"_s, true}});
    QCOMPARE(error, Error());
}

void ErrorTest::failureFillsAllParts()
{
    const Result<int> result = failure(ErrorCode::NotFound, u"w"_s, u"s"_s, u"y"_s, u"r"_s);
    QVERIFY(!result);
    QCOMPARE(result.error(), (Error{ErrorCode::NotFound, u"w"_s, u"s"_s, u"y"_s, u"r"_s}));
}

QTEST_GUILESS_MAIN(ErrorTest)
#include "tst_error.moc"
