// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/ports.h"

#include <iphlpapi.h>
#include <winsock2.h>
#include <ws2tcpip.h>

#include <algorithm>
#include <vector>

namespace tropero::platform {

namespace {

using Protocol = ListeningPort::Protocol;

QString addressText(int family, const void* address)
{
    char text[INET6_ADDRSTRLEN] = {};
    ::inet_ntop(family, address, text, sizeof text);
    return QString::fromLatin1(text);
}

int portNumber(DWORD networkOrder)
{
    return ntohs(static_cast<u_short>(networkOrder));
}

// Asks for the size, then for the table; it may have grown in between.
template <typename Ask>
std::vector<char> tableFrom(Ask ask)
{
    std::vector<char> buffer(64 * 1024);
    for (int attempt = 0; attempt < 8; ++attempt) {
        auto size = static_cast<DWORD>(buffer.size());
        const DWORD result = ask(buffer.data(), &size);
        if (result == NO_ERROR) return buffer;
        if (result != ERROR_INSUFFICIENT_BUFFER) break;
        buffer.resize(size + 4096);
    }
    return {};
}

template <typename Row>
QString localAddress(int family, const Row& row)
{
    if constexpr (requires { row.ucLocalAddr; }) return addressText(family, row.ucLocalAddr);
    else return addressText(family, &row.dwLocalAddr);
}

template <typename Table, typename Ask>
void append(QList<ListeningPort>& ports, Protocol protocol, int family, Ask ask)
{
    const std::vector<char> buffer =
        tableFrom([family, &ask](void* table, DWORD* size) { return ask(table, size, static_cast<ULONG>(family)); });
    if (buffer.empty()) return;
    const auto* table = reinterpret_cast<const Table*>(buffer.data());
    for (DWORD number = 0; number < table->dwNumEntries; ++number) {
        const auto& row = table->table[number];
        ports.append({protocol, localAddress(family, row), portNumber(row.dwLocalPort),
                      static_cast<qint64>(row.dwOwningPid)});
    }
}

void appendTcp(QList<ListeningPort>& ports)
{
    const auto ask = [](void* table, DWORD* size, ULONG family) {
        return ::GetExtendedTcpTable(table, size, FALSE, family, TCP_TABLE_OWNER_PID_LISTENER, 0);
    };
    append<MIB_TCPTABLE_OWNER_PID>(ports, Protocol::Tcp, AF_INET, ask);
    append<MIB_TCP6TABLE_OWNER_PID>(ports, Protocol::Tcp, AF_INET6, ask);
}

void appendUdp(QList<ListeningPort>& ports)
{
    const auto ask = [](void* table, DWORD* size, ULONG family) {
        return ::GetExtendedUdpTable(table, size, FALSE, family, UDP_TABLE_OWNER_PID, 0);
    };
    append<MIB_UDPTABLE_OWNER_PID>(ports, Protocol::Udp, AF_INET, ask);
    append<MIB_UDP6TABLE_OWNER_PID>(ports, Protocol::Udp, AF_INET6, ask);
}

} // namespace

QHash<qint64, QList<int>> listeningPortsOf(const QList<qint64>& pids)
{
    QList<ListeningPort> all;
    appendTcp(all);
    QHash<qint64, QList<int>> ports;
    for (const ListeningPort& port : all)
        if (port.owner != 0 && pids.contains(port.owner)) ports[port.owner].append(port.port);
    for (QList<int>& own : ports) {
        std::ranges::sort(own);
        own.erase(std::ranges::unique(own).begin(), own.end());
    }
    return ports;
}

QList<ListeningPort> listeningPorts()
{
    QList<ListeningPort> ports;
    appendTcp(ports);
    appendUdp(ports);
    return ports;
}

} // namespace tropero::platform
