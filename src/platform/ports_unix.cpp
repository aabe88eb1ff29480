// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/ports.h"

#include "platform/procfs_unix.h"
#include "platform/useraccount_unix.h"

#include <arpa/inet.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <cstring>

namespace tropero::platform {

namespace {

using Inode = quint64;

struct Source
{
    const char* file;
    ListeningPort::Protocol protocol;
    QByteArrayView state; ///< the state that makes it count, as in the kernel's table
};

constexpr std::array sources{
    Source{"/proc/net/tcp", ListeningPort::Protocol::Tcp, "0A"},
    Source{"/proc/net/tcp6", ListeningPort::Protocol::Tcp, "0A"},
    Source{"/proc/net/udp", ListeningPort::Protocol::Udp, "07"},
    Source{"/proc/net/udp6", ListeningPort::Protocol::Udp, "07"},
};

struct Socket
{
    Inode inode = 0;
    QByteArray address; ///< in hexadecimal, as the kernel prints it
    int port = 0;
    ListeningPort::Protocol protocol = ListeningPort::Protocol::Tcp;
    uid_t user = 0;
};

template <typename Number>
Number parsed(QByteArrayView digits, int base)
{
    Number number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
    return number;
}

// 32-bit words, each printed as a number of this machine although its bytes are in network order.
QString addressText(const QByteArray& hexadecimal)
{
    std::array<quint32, 4> words{};
    const qsizetype count = std::min<qsizetype>(hexadecimal.size() / 8, 4);
    for (qsizetype word = 0; word < count; ++word)
        words[static_cast<size_t>(word)] =
            parsed<quint32>(QByteArrayView(hexadecimal).sliced(word * 8, 8), 16);
    char text[INET6_ADDRSTRLEN] = {};
    ::inet_ntop(count == 4 ? AF_INET6 : AF_INET, words.data(), text, sizeof text);
    return QString::fromLatin1(text);
}

// sl, local address, remote address, state, queues, timer, retransmits, uid, timeout, inode
void appendSockets(QList<Socket>& sockets, const Source& source)
{
    constexpr int stateField = 3;
    constexpr int userField = 7;
    constexpr int inodeField = 9;
    const auto table = procfs::readWhole(source.file);
    if (!table) return;
    QByteArrayView rest(*table);
    while (!rest.isEmpty()) {
        const qsizetype end = rest.indexOf('\n');
        QByteArrayView line = end < 0 ? rest : rest.first(end);
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        std::array<QByteArrayView, inodeField + 1> fields;
        size_t count = 0;
        for (line = line.trimmed(); !line.isEmpty() && count < fields.size(); line = line.trimmed()) {
            const qsizetype blank = line.indexOf(' ');
            fields[count++] = blank < 0 ? line : line.first(blank);
            line = blank < 0 ? QByteArrayView() : line.sliced(blank);
            if (count == stateField + 1 && fields[stateField] != source.state) break;
        }
        const qsizetype colon = fields[1].indexOf(':');
        if (count < fields.size() || colon < 0) continue;
        sockets.append({parsed<Inode>(fields[inodeField], 10), fields[1].first(colon).toByteArray(),
                        parsed<int>(fields[1].sliced(colon + 1), 16), source.protocol,
                        parsed<uid_t>(fields[userField], 10)});
    }
}

void forEachSocketOf(qint64 pid, const std::function<void(Inode)>& call)
{
    char folder[40];
    std::snprintf(folder, sizeof folder, "/proc/%lld/fd", static_cast<long long>(pid));
    procfs::forEachNumber(folder, [&](qint64 descriptor) {
        constexpr QByteArrayView prefix = "socket:[";
        char path[80];
        char target[64];
        std::snprintf(path, sizeof path, "%s/%lld", folder, static_cast<long long>(descriptor));
        const ssize_t size = ::readlink(path, target, sizeof target);
        if (size <= prefix.size()) return;
        const QByteArrayView link(target, size);
        if (link.startsWith(prefix)) call(parsed<Inode>(link.sliced(prefix.size()), 10));
    });
}

} // namespace

QHash<qint64, QList<int>> listeningPortsOf(const QList<qint64>& pids)
{
    QList<Socket> sockets;
    for (const Source& source : sources)
        if (source.protocol == ListeningPort::Protocol::Tcp) appendSockets(sockets, source);
    QHash<Inode, int> portOf;
    for (const Socket& socket : sockets)
        portOf.insert(socket.inode, socket.port);
    QHash<qint64, QList<int>> ports;
    if (portOf.isEmpty()) return ports;
    for (const qint64 pid : pids) {
        QList<int> own;
        forEachSocketOf(pid, [&](Inode inode) {
            if (const auto port = portOf.constFind(inode); port != portOf.constEnd()) own.append(*port);
        });
        if (own.isEmpty()) continue;
        std::ranges::sort(own);
        own.erase(std::ranges::unique(own).begin(), own.end());
        ports.insert(pid, own);
    }
    return ports;
}

QList<ListeningPort> listeningPorts()
{
    QList<Socket> sockets;
    for (const Source& source : sources)
        appendSockets(sockets, source);
    QHash<Inode, QList<qint64>> holdersOf;
    for (const Socket& socket : sockets)
        holdersOf.insert(socket.inode, {});
    procfs::forEachNumber("/proc", [&](qint64 pid) {
        forEachSocketOf(pid, [&](Inode inode) {
            const auto holders = holdersOf.find(inode);
            if (holders != holdersOf.end() && !holders->contains(pid)) holders->append(pid);
        });
    });
    QHash<uid_t, QString> names;
    QList<ListeningPort> ports;
    for (const Socket& socket : sockets) {
        // A socket that several share is shown with the first, which as a rule is the one that made it.
        QList<qint64> holders = holdersOf.value(socket.inode);
        std::ranges::sort(holders);
        const qint64 owner = holders.isEmpty() ? 0 : holders.takeFirst();
        auto name = names.find(socket.user);
        if (name == names.end()) name = names.insert(socket.user, userName(socket.user));
        ports.append(
            {socket.protocol, addressText(socket.address), socket.port, owner, holders, *name});
    }
    return ports;
}

} // namespace tropero::platform
