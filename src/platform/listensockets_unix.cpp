// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/listensockets.h"

#include "platform/descriptor_unix.h"
#include "platform/ports.h"
#include "platform/processes.h"
#include "platform/systemerror.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace tropero::platform {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ListenSockets)
};

constexpr int highestPort = 65535;

struct HostAndPort
{
    QString host; ///< empty: all interfaces
    int port = 0;
};

QString cannotListen()
{
    return Text::tr("Cannot listen on the address");
}

std::unexpected<Error> wrongAddress(const QString& address, const QString& why)
{
    return failure(ErrorCode::InvalidArgument, cannotListen(), address, why,
                   Text::tr("Write a port, host:port, [IPv6 address]:port or the absolute path of a socket"));
}

Result<HostAndPort> parseAddress(const QString& address)
{
    HostAndPort result;
    QString port = address;
    if (const qsizetype colon = address.lastIndexOf(u':'); colon >= 0) {
        result.host = address.first(colon);
        port = address.sliced(colon + 1);
        const bool isBracketed = result.host.startsWith(u'[') && result.host.endsWith(u']');
        if (isBracketed) result.host = result.host.sliced(1, result.host.size() - 2);
        if (!isBracketed && result.host.contains(u':'))
            return wrongAddress(address, Text::tr("an IPv6 address must stand in brackets"));
        if (result.host == "*"_L1) result.host.clear();
    }
    bool isNumber = !port.isEmpty() && port.at(0).isDigit();
    result.port = isNumber ? port.toInt(&isNumber) : 0;
    if (!isNumber) return wrongAddress(address, Text::tr("\"%1\" is neither a port nor an absolute path").arg(port));
    if (result.port > highestPort) return wrongAddress(address, Text::tr("%1 is no port: the highest is 65535").arg(result.port));
    return result;
}

QString userOf(qint64 pid)
{
    const std::optional<ProcessUsage> process = pid > 0 ? readProcess(pid) : std::nullopt;
    return process ? Text::tr("%1 (process %2)").arg(process->name).arg(pid) : Text::tr("another user's process");
}

std::unexpected<Error> inUse(const QString& address, int port)
{
    const QList<ListeningPort> all = listeningPorts();
    QString why = Text::tr("the port %1 is in use").arg(port);
    for (const ListeningPort& each : all) {
        if (each.protocol != ListeningPort::Protocol::Tcp || each.port != port) continue;
        why = Text::tr("the port %1 is in use by %2").arg(port).arg(userOf(each.owner));
        if (each.owner > 0) break;
    }
    return failure(ErrorCode::AlreadyExists, cannotListen(), address, why, Text::tr("Stop that one or choose another port"));
}

std::unexpected<Error> listenFailure(int error, const QString& address, int port)
{
    if (error == EADDRINUSE) return inUse(address, port);
    if (error == EACCES && port > 0 && port < 1024)
        return failure(ErrorCode::PermissionDenied, cannotListen(), address, Text::tr("ports below 1024 are for the system's administrator"),
                       Text::tr("Choose a port from 1024 on, or allow it (sudo sysctl net.ipv4.ip_unprivileged_port_start=%1)").arg(port));
    if (error == EADDRNOTAVAIL)
        return failure(ErrorCode::NotFound, cannotListen(), address, Text::tr("this machine has no such address"),
                       Text::tr("Leave the host out to listen on all of its addresses"));
    return systemFailure(static_cast<unsigned long>(error), cannotListen(), address);
}

// 0, or the system's error number; then there is no descriptor.
int openOne(Descriptor& result, const sockaddr* address, socklen_t size, bool dualStack)
{
    // Blocking, as programs expect what they inherit to be; the flag is shared by all that have the socket.
    Descriptor socket(::socket(address->sa_family, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!socket) return errno;
    const int on = 1;
    const int only6 = dualStack ? 0 : 1;
    if (address->sa_family != AF_UNIX) ::setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (address->sa_family == AF_INET6) ::setsockopt(socket.get(), IPPROTO_IPV6, IPV6_V6ONLY, &only6, sizeof only6);
    if (::bind(socket.get(), address, size) != 0) return errno;
    if (address->sa_family == AF_UNIX) {
        // Before anyone can connect.
        const auto* path = reinterpret_cast<const sockaddr_un*>(address)->sun_path;
        if (::chmod(path, S_IRUSR | S_IWUSR) != 0) return errno;
    }
    if (::listen(socket.get(), SOMAXCONN) != 0) return errno;
    result = std::move(socket);
    return 0;
}

int portOf(int descriptor)
{
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size) != 0) return 0;
    if (address.ss_family == AF_INET6) return ntohs(reinterpret_cast<const sockaddr_in6*>(&address)->sin6_port);
    return address.ss_family == AF_INET ? ntohs(reinterpret_cast<const sockaddr_in*>(&address)->sin_port) : 0;
}

Result<Descriptor> openEverywhere(const QString& text, int port)
{
    sockaddr_in6 all6{};
    all6.sin6_family = AF_INET6;
    all6.sin6_port = htons(static_cast<uint16_t>(port));
    Descriptor result;
    int error = openOne(result, reinterpret_cast<const sockaddr*>(&all6), sizeof all6, true);
    if (error == EAFNOSUPPORT || error == EADDRNOTAVAIL) { // a machine without IPv6
        sockaddr_in all4{};
        all4.sin_family = AF_INET;
        all4.sin_port = htons(static_cast<uint16_t>(port));
        error = openOne(result, reinterpret_cast<const sockaddr*>(&all4), sizeof all4, false);
    }
    if (error != 0) return listenFailure(error, text, port);
    return result;
}

Result<Descriptor> openHost(const QString& text, const HostAndPort& place)
{
    if (place.host.isEmpty()) return openEverywhere(text, place.port);
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    addrinfo* found = nullptr;
    const int unknown = ::getaddrinfo(place.host.toUtf8().constData(), QByteArray::number(place.port).constData(), &hints, &found);
    if (unknown != 0)
        return failure(ErrorCode::NotFound, cannotListen(), text,
                       Text::tr("the host \"%1\" is not known (%2)").arg(place.host, QString::fromLocal8Bit(::gai_strerror(unknown))),
                       Text::tr("Check its name, or leave it out to listen on all addresses of this machine"));
    Descriptor result;
    int error = 0;
    // IPv4 first, as most programs take "localhost".
    for (const int family : {AF_INET, AF_INET6}) {
        for (const addrinfo* each = found; each && !result; each = each->ai_next)
            if (each->ai_family == family) {
                error = openOne(result, each->ai_addr, each->ai_addrlen, false);
                if (error == EADDRINUSE) break;
            }
        if (result || error == EADDRINUSE) break;
    }
    ::freeaddrinfo(found);
    if (!result) return listenFailure(error, text, place.port);
    return result;
}

enum class Answer { Nobody, Somebody, Unclear };

// Who listens on that socket file? Someone who does not accept for now is somebody, too.
Answer whoAnswers(const sockaddr_un& address)
{
    const Descriptor client(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!client) return Answer::Unclear;
    if (::connect(client.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 || errno == EAGAIN) return Answer::Somebody;
    return errno == ECONNREFUSED ? Answer::Nobody : Answer::Unclear;
}

Result<Descriptor> openPath(const QString& path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray name = QFile::encodeName(path);
    if (static_cast<size_t>(name.size()) >= sizeof address.sun_path)
        return failure(ErrorCode::InvalidArgument, cannotListen(), path,
                       Text::tr("the path is longer than the %1 bytes that a socket can have").arg(sizeof address.sun_path - 1), Text::tr("Choose a shorter path"));
    std::memcpy(address.sun_path, name.constData(), static_cast<size_t>(name.size()));
    struct stat info{};
    if (::lstat(name.constData(), &info) == 0) {
        if (!S_ISSOCK(info.st_mode))
            return failure(ErrorCode::AlreadyExists, cannotListen(), path, Text::tr("there is a file of that name that is no socket"),
                           Text::tr("Remove it or choose another path"));
        const Answer answer = whoAnswers(address);
        if (answer != Answer::Nobody)
            return failure(ErrorCode::AlreadyExists, cannotListen(), path,
                           answer == Answer::Somebody ? Text::tr("another program listens on it") : Text::tr("there is a socket of another user"),
                           Text::tr("Stop that program or choose another path"));
        ::unlink(name.constData());
    }
    if (const QString folder = QFileInfo(path).path(); !QFileInfo(folder).isDir())
        return failure(ErrorCode::MissingFolder, cannotListen(), path, Text::tr("the folder %1 does not exist").arg(folder), Text::tr("Create it"));
    Descriptor result;
    const int error = openOne(result, reinterpret_cast<const sockaddr*>(&address), sizeof address, false);
    if (error != 0) return systemFailure(static_cast<unsigned long>(error), cannotListen(), path);
    return result;
}

// As LISTEN_FDNAMES takes it.
QString nameOf(const QString& text)
{
    QString name = text.left(200);
    for (QChar& c : name) {
        const bool isPlain = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_' || c == u'.';
        if (!isPlain) c = u'-';
    }
    return name;
}

} // namespace

struct ListenSockets::Private
{
    struct Socket
    {
        Descriptor descriptor;
        QString path; ///< empty for a port
        int port = 0;
        dev_t device = 0;
        ino_t inode = 0;
    };

    std::vector<Socket> sockets;

    ~Private()
    {
        for (const Socket& socket : sockets) {
            if (socket.path.isEmpty()) continue;
            const QByteArray name = QFile::encodeName(socket.path);
            struct stat info{};
            // Only our own: another program may have put its own in that place.
            if (::lstat(name.constData(), &info) == 0 && info.st_dev == socket.device && info.st_ino == socket.inode) ::unlink(name.constData());
        }
    }
};

ListenSockets::ListenSockets() : d(std::make_unique<Private>()) {}
ListenSockets::~ListenSockets() = default;
ListenSockets::ListenSockets(ListenSockets&& other) noexcept = default;
ListenSockets& ListenSockets::operator=(ListenSockets&& other) noexcept = default;

Result<ListenSockets> ListenSockets::open(const QStringList& addresses)
{
    ListenSockets result;
    for (const QString& text : addresses) {
        const QString address = text.trimmed();
        Private::Socket socket;
        Result<Descriptor> opened;
        if (address.startsWith(u'/')) {
            opened = openPath(address);
        } else {
            const Result<HostAndPort> place = parseAddress(address);
            opened = place ? openHost(address, *place) : std::unexpected(place.error());
        }
        if (!opened) return std::unexpected(opened.error());
        socket.descriptor = std::move(*opened);
        socket.port = portOf(socket.descriptor.get());
        if (address.startsWith(u'/')) {
            struct stat info{};
            ::lstat(QFile::encodeName(address).constData(), &info);
            socket.path = address;
            socket.device = info.st_dev;
            socket.inode = info.st_ino;
        }
        result.d->sockets.push_back(std::move(socket));
    }
    return result;
}

QList<int> ListenSockets::descriptors() const
{
    QList<int> result;
    if (d)
        for (const Private::Socket& socket : d->sockets)
            result.append(socket.descriptor.get());
    return result;
}

QStringList ListenSockets::names() const
{
    QStringList result;
    if (d)
        for (const Private::Socket& socket : d->sockets)
            result.append(socket.path.isEmpty() ? QString::number(socket.port) : nameOf(QFileInfo(socket.path).fileName()));
    return result;
}

QList<int> ListenSockets::ports() const
{
    QList<int> result;
    if (d)
        for (const Private::Socket& socket : d->sockets)
            result.append(socket.port);
    return result;
}

bool ListenSockets::isEmpty() const
{
    return !d || d->sockets.empty();
}

} // namespace tropero::platform
