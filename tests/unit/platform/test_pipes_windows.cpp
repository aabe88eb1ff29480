// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/endpointclaim.h"
#include "platform/handle_windows.h"
#include "platform/outputpipe.h"
#include "platform/peer.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTest>
#include <QUuid>

#include <aclapi.h>
#include <sddl.h>

#include <thread>

using namespace Qt::StringLiterals;
using namespace tropero;
using namespace tropero::platform;

namespace {

QString newEndpoint()
{
    return u"tropero-test-"_s + QUuid::createUuid().toString(QUuid::Id128);
}

/// Owner and access list as text.
QString securityOf(HANDLE pipe)
{
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (::GetSecurityInfo(pipe, SE_KERNEL_OBJECT, OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION, nullptr, nullptr, nullptr, nullptr, &descriptor) != ERROR_SUCCESS)
        return u"unknown"_s;
    wchar_t* text = nullptr;
    ::ConvertSecurityDescriptorToStringSecurityDescriptorW(descriptor, SDDL_REVISION_1, OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION, &text, nullptr);
    const QString result = QString::fromWCharArray(text);
    ::LocalFree(text);
    ::LocalFree(descriptor);
    return result;
}

QByteArray numbers(int count)
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i) bytes += "line " + QByteArray::number(i) + "\r\n";
    return bytes;
}

/// Opens the pipe by its name and writes, as a process would.
std::thread writer(const QString& name, const QByteArray& bytes)
{
    return std::thread([path = name.toStdWString(), bytes] {
        const Handle pipe(::CreateFileW(path.c_str(), GENERIC_WRITE, 0, nullptr, OPEN_EXISTING, 0, nullptr));
        DWORD written = 0;
        for (qsizetype at = 0; pipe && at < bytes.size(); at += written)
            if (!::WriteFile(pipe.get(), bytes.constData() + at, static_cast<DWORD>(std::min<qsizetype>(bytes.size() - at, 5'000)), &written, nullptr)) return;
    });
}

} // namespace

class TestPipesWindows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasWrittenComesWhole();
    void heldBackOutputWaits();
    void drainedAfterTheWriterHasGone();
    void theLastWordsAreKnownAtOnce();
    void nobodyComes();
    void aNameIsOnlyOnce();
    void aTakenEndpointIsRefused();
    void onlyItsOwnerMayOpenIt();
    void theListenerTakesItsClients();
};

void TestPipesWindows::whatWasWrittenComesWhole()
{
    OutputPipe pipe(OutputPipe::Stream::Out);
    const QString name = OutputPipe::newName(u"C:/x"_s);
    QVERIFY(pipe.openNamed(name));
    const QByteArray bytes = numbers(20'000);
    std::thread writing = writer(name, bytes);
    QByteArray seen;
    connect(&pipe, &OutputPipe::readyRead, this, [&] { seen += pipe.read(7'000); });
    const bool came = QTest::qWaitFor([&] { return pipe.atEnd() && seen.size() >= bytes.size(); }, 30'000);
    writing.join();
    QVERIFY(came);
    QVERIFY(seen == bytes);
    pipe.started(); // late is not too late
    QVERIFY(pipe.atEnd());
}

void TestPipesWindows::heldBackOutputWaits()
{
    OutputPipe pipe(OutputPipe::Stream::Error);
    const QString name = OutputPipe::newName({});
    QVERIFY(pipe.openNamed(name));
    pipe.setReading(false);
    QSignalSpy ready(&pipe, &OutputPipe::readyRead);
    const QByteArray bytes = numbers(30'000); // more than fits into the pipe and ahead of the reader
    std::thread writing = writer(name, bytes);
    // As long as another pipe takes for as much.
    OutputPipe other(OutputPipe::Stream::Out);
    const QString otherName = OutputPipe::newName({});
    QVERIFY(other.openNamed(otherName));
    qsizetype heard = 0;
    connect(&other, &OutputPipe::readyRead, this, [&] { heard += other.read(64 * 1024).size(); });
    std::thread beside = writer(otherName, bytes);
    const bool wasHeard = QTest::qWaitFor([&] { return heard >= bytes.size(); }, 30'000);
    beside.join();
    QVERIFY(wasHeard);
    QCOMPARE(ready.count(), 0);
    QByteArray seen;
    connect(&pipe, &OutputPipe::readyRead, this, [&] { seen += pipe.read(64 * 1024); });
    pipe.setReading(true);
    const bool came = QTest::qWaitFor([&] { return seen.size() >= bytes.size(); }, 30'000);
    writing.join();
    QVERIFY(came);
    QVERIFY(seen == bytes);
}

void TestPipesWindows::drainedAfterTheWriterHasGone()
{
    OutputPipe pipe(OutputPipe::Stream::Out);
    const QString name = OutputPipe::newName({});
    QVERIFY(pipe.openNamed(name));
    writer(name, "the last words").join();
    pipe.started();
    QByteArray seen; // as the guard does it: without the event loop
    for (QByteArray some = pipe.read(5); !some.isEmpty(); some = pipe.read(5)) seen += some;
    QCOMPARE(seen, QByteArray("the last words"));
    QVERIFY(pipe.atEnd());
}

void TestPipesWindows::theLastWordsAreKnownAtOnce()
{
    OutputPipe pipe(OutputPipe::Stream::Out);
    const QString name = OutputPipe::newName({});
    QVERIFY(pipe.openNamed(name));
    Handle writing(::CreateFileW(name.toStdWString().c_str(), GENERIC_WRITE, 0, nullptr, OPEN_EXISTING, 0, nullptr));
    QVERIFY(bool(writing));
    pipe.started();
    DWORD written = 0;
    QVERIFY(::WriteFile(writing.get(), "up", 2, &written, nullptr));
    QTRY_COMPARE(pipe.bytesAvailable(), 2);
    QCOMPARE(pipe.read(100), "up");
    QCOMPARE(pipe.bytesAvailable(), 0); // and a request for more is under way
    QVERIFY(::WriteFile(writing.get(), "cleaning up", 11, &written, nullptr));
    writing.close();
    QCOMPARE(pipe.bytesAvailable(), 11); // before the event loop runs
    QCOMPARE(pipe.read(100), "cleaning up");
    QVERIFY(pipe.atEnd());
}

void TestPipesWindows::nobodyComes()
{
    OutputPipe pipe(OutputPipe::Stream::Out);
    QVERIFY(pipe.openNamed(OutputPipe::newName({})));
    QVERIFY(!pipe.atEnd());
    QSignalSpy ready(&pipe, &OutputPipe::readyRead);
    pipe.started();
    QVERIFY(pipe.atEnd());
    QVERIFY(ready.wait());
    QCOMPARE(pipe.read(10), QByteArray());
}

void TestPipesWindows::aNameIsOnlyOnce()
{
    OutputPipe pipe(OutputPipe::Stream::Out);
    const QString name = OutputPipe::newName({});
    QVERIFY(pipe.openNamed(name));
    OutputPipe other(OutputPipe::Stream::Out);
    QVERIFY(!other.openNamed(name));
}

void TestPipesWindows::aTakenEndpointIsRefused()
{
    const QString endpoint = newEndpoint();
    {
        Result<EndpointClaim> claim = EndpointClaim::take(endpoint);
        QVERIFY(claim);
        QCOMPARE(EndpointClaim::take(endpoint).error().code, ErrorCode::AlreadyExists);
    }
    QVERIFY(EndpointClaim::take(endpoint));
}

void TestPipesWindows::onlyItsOwnerMayOpenIt()
{
    const QString endpoint = newEndpoint();
    const Result<EndpointClaim> claim = EndpointClaim::take(endpoint);
    QVERIFY(claim);
    QLocalServer server;
    server.setSocketOptions(QLocalServer::UserAccessOption);
    QVERIFY(server.listen(endpoint));
    const Handle client(::CreateFileW((u"\\\\.\\pipe\\"_s + endpoint).toStdWString().c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr, OPEN_EXISTING, 0, nullptr));
    QVERIFY(client);
    const QString security = securityOf(client.get());
    const QString user = security.section(u"D:"_s, 0, 0).mid(2);
    QVERIFY2(security.startsWith(u"O:S-1-"_s) || security.startsWith(u"O:"_s), qPrintable(security));
    QVERIFY2(!security.contains(u"WD)"_s) && !security.contains(u";AN)"_s) && !security.contains(u";BU)"_s), qPrintable(security));
    QVERIFY2(security.count(u"(A;"_s) == 1 && security.contains(u";"_s + user + u')'), qPrintable(security));
    QVERIFY2(security.contains(u"(D;"_s) && security.contains(u";NU)"_s), qPrintable(security));
}

void TestPipesWindows::theListenerTakesItsClients()
{
    const QString endpoint = newEndpoint();
    const Result<EndpointClaim> claim = EndpointClaim::take(endpoint);
    QVERIFY(claim);
    QLocalServer server;
    server.setSocketOptions(QLocalServer::UserAccessOption);
    QVERIFY(server.listen(endpoint));
    std::vector<std::unique_ptr<QLocalSocket>> clients;
    for (int i = 0; i < 5; ++i) {
        clients.push_back(std::make_unique<QLocalSocket>());
        clients.back()->connectToServer(endpoint);
        QVERIFY(clients.back()->waitForConnected(5'000));
        QTRY_VERIFY(server.hasPendingConnections());
        const std::unique_ptr<QLocalSocket> accepted(server.nextPendingConnection());
        QVERIFY(isPeerSameUser(accepted->socketDescriptor()));
        QVERIFY(isPeerSameUser(clients.back()->socketDescriptor()));
        accepted->write("hello");
        accepted->flush();
        QTRY_COMPARE(clients.back()->bytesAvailable(), 5);
        accepted->setParent(nullptr);
    }
}

QTEST_GUILESS_MAIN(TestPipesWindows)
#include "test_pipes_windows.moc"
