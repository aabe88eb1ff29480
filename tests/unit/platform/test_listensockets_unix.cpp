// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/listensockets.h"
#include "support_unix.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

using namespace Qt::StringLiterals;
using namespace tropero;
using namespace tropero::platform;

namespace {

bool connects(const sockaddr* address, socklen_t size)
{
    const int client = ::socket(address->sa_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool worked = ::connect(client, address, size) == 0;
    ::close(client);
    return worked;
}

bool connects4(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return connects(reinterpret_cast<const sockaddr*>(&address), sizeof address);
}

bool connects6(int port)
{
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    address.sin6_port = htons(static_cast<uint16_t>(port));
    address.sin6_addr = in6addr_loopback;
    return connects(reinterpret_cast<const sockaddr*>(&address), sizeof address);
}

bool hasIPv6()
{
    return ListenSockets::open({u"[::1]:0"_s}).has_value();
}

sockaddr_un pathAddress(const QString& path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, QFile::encodeName(path).constData(), sizeof address.sun_path - 1);
    return address;
}

bool connectsTo(const QString& path)
{
    const sockaddr_un address = pathAddress(path);
    return connects(reinterpret_cast<const sockaddr*>(&address), sizeof address);
}

} // namespace

class TestListenSockets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void portsOnAllInterfaces();
    void oneInterface();
    void socketFiles();
    void deadSocketFilesAreReplaced();
    void strangersSocketFilesStay();
    void usedPortsNameTheirOwner();
    void allOrNone();
    void movable();
    void mistakes_data();
    void mistakes();

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void TestListenSockets::portsOnAllInterfaces()
{
    auto sockets = ListenSockets::open({u"0"_s});
    QVERIFY2(sockets, sockets ? "" : qPrintable(sockets.error().message()));
    const int port = sockets->ports().constFirst();
    const int descriptor = sockets->descriptors().constFirst();
    QVERIFY(port > 0);
    QCOMPARE(sockets->names(), QStringList{QString::number(port)});
    QVERIFY((::fcntl(descriptor, F_GETFD) & FD_CLOEXEC) != 0);
    QVERIFY((::fcntl(descriptor, F_GETFL) & O_NONBLOCK) == 0);
    QVERIFY(connects4(port));
    QVERIFY(!hasIPv6() || connects6(port));
    sockets = ListenSockets();
    QVERIFY(!connects4(port));
    // At once again: what was connected must not block it.
    QVERIFY(ListenSockets::open({QString::number(port)}));
}

void TestListenSockets::oneInterface()
{
    const auto sockets = ListenSockets::open({u"127.0.0.1:0"_s, u"localhost:0"_s});
    QVERIFY2(sockets, sockets ? "" : qPrintable(sockets.error().message()));
    QVERIFY(connects4(sockets->ports().at(0)));
    QVERIFY(connects4(sockets->ports().at(1)));
    if (!hasIPv6()) QSKIP("no IPv6 here");
    QVERIFY(!connects6(sockets->ports().at(0)));
    const auto sockets6 = ListenSockets::open({u"[::1]:0"_s});
    QVERIFY(connects6(sockets6->ports().constFirst()));
    QVERIFY(!connects4(sockets6->ports().constFirst()));
}

void TestListenSockets::socketFiles()
{
    const QString file = path(u"my app:1.sock"_s);
    {
        const auto sockets = ListenSockets::open({file});
        QVERIFY2(sockets, sockets ? "" : qPrintable(sockets.error().message()));
        QCOMPARE(sockets->names(), QStringList{u"my-app-1.sock"_s});
        QCOMPARE(sockets->ports(), QList<int>{0});
        struct stat info{};
        QCOMPARE(::stat(QFile::encodeName(file).constData(), &info), 0);
        QCOMPARE(info.st_mode & 0777U, 0600U);
        QVERIFY(connectsTo(file));
        const auto second = ListenSockets::open({file});
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::AlreadyExists);
        QVERIFY(connectsTo(file));
    }
    QVERIFY(!QFileInfo::exists(file));
}

void TestListenSockets::deadSocketFilesAreReplaced()
{
    const QString file = path(u"dead.sock"_s);
    const sockaddr_un address = pathAddress(file);
    const int dead = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    QCOMPARE(::bind(dead, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    ::close(dead);
    QVERIFY(QFileInfo::exists(file));
    const auto sockets = ListenSockets::open({file});
    QVERIFY2(sockets, sockets ? "" : qPrintable(sockets.error().message()));
    QVERIFY(connectsTo(file));
}

void TestListenSockets::strangersSocketFilesStay()
{
    const QString file = path(u"taken.sock"_s);
    {
        const auto sockets = ListenSockets::open({file});
        QVERIFY(sockets);
        QVERIFY(QFile::remove(file));
        QFile other(file);
        QVERIFY(other.open(QIODevice::WriteOnly));
    }
    QVERIFY(QFileInfo::exists(file));
}

void TestListenSockets::usedPortsNameTheirOwner()
{
    const auto sockets = ListenSockets::open({u"0"_s});
    const QString port = QString::number(sockets->ports().constFirst());
    for (const QString& address : {port, u"127.0.0.1:"_s + port, u"0.0.0.0:"_s + port}) {
        const auto second = ListenSockets::open({address});
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::AlreadyExists);
        QCOMPARE(second.error().subject, address);
        const QString message = second.error().message();
        QVERIFY2(message.contains(port) && message.contains(QString::number(::getpid())), qPrintable(message));
    }
}

void TestListenSockets::allOrNone()
{
    const auto busy = ListenSockets::open({u"0"_s});
    const QString file = path(u"first.sock"_s);
    QVERIFY(!ListenSockets::open({file, QString::number(busy->ports().constFirst())}));
    QVERIFY(!QFileInfo::exists(file));
    QVERIFY(ListenSockets::open({})->isEmpty());
}

void TestListenSockets::movable()
{
    auto first = ListenSockets::open({u"0"_s, path(u"moved.sock"_s)});
    ListenSockets second(std::move(*first));
    QVERIFY(first->isEmpty());
    QVERIFY(first->descriptors().isEmpty());
    QCOMPARE(second.descriptors().size(), 2);
    QVERIFY(connectsTo(path(u"moved.sock"_s)));
}

void TestListenSockets::mistakes_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("code");
    const auto row = [](const QString& address, ErrorCode code) { QTest::addRow("%s", qPrintable(address.left(40))) << address << static_cast<int>(code); };
    row(u"70000"_s, ErrorCode::InvalidArgument);
    row(u"http"_s, ErrorCode::InvalidArgument);
    row(u"-1"_s, ErrorCode::InvalidArgument);
    row(u"::1:3000"_s, ErrorCode::InvalidArgument);
    row(u"localhost:"_s, ErrorCode::InvalidArgument);
    row(u""_s, ErrorCode::InvalidArgument);
    row(u"run/app.sock"_s, ErrorCode::InvalidArgument);
    row(u'/' + QString(200, u'x'), ErrorCode::InvalidArgument);
    row(u"/nowhere/at/all.sock"_s, ErrorCode::MissingFolder);
    row(u"/etc/passwd"_s, ErrorCode::AlreadyExists);
    row(u"192.0.2.1:0"_s, ErrorCode::NotFound); // of nobody
}

void TestListenSockets::mistakes()
{
    QFETCH(QString, address);
    QFETCH(int, code);
    const auto sockets = ListenSockets::open({address});
    QVERIFY(!sockets);
    QCOMPARE(static_cast<int>(sockets.error().code), code);
    QVERIFY(!sockets.error().why.isEmpty());
    QVERIFY(!sockets.error().remedy.isEmpty());
}

QTEST_GUILESS_MAIN(TestListenSockets)
#include "test_listensockets_unix.moc"
