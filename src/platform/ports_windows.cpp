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

void appendTcp(QList<ListeningPort>& ports)
{
    const auto four = tableFrom([](void* table, DWORD* size) {
        return ::GetExtendedTcpTable(table, size, FALSE, AF_INET, TCP_TABLE_OWNER_PID_LISTENER, 0);
    });
    if (!four.empty()) {
        const auto* table = reinterpret_cast<const MIB_TCPTABLE_OWNER_PID*>(four.data());
        for (DWORD row = 0; row < table->dwNumEntries; ++row)
            ports.append({Protocol::Tcp, addressText(AF_INET, &table->table[row].dwLocalAddr),
                          portNumber(table->table[row].dwLocalPort),
                          static_cast<qint64>(table->table[row].dwOwningPid)});
    }
    const auto six = tableFrom([](void* table, DWORD* size) {
        return ::GetExtendedTcpTable(table, size, FALSE, AF_INET6, TCP_TABLE_OWNER_PID_LISTENER, 0);
    });
    if (!six.empty()) {
        const auto* table = reinterpret_cast<const MIB_TCP6TABLE_OWNER_PID*>(six.data());
        for (DWORD row = 0; row < table->dwNumEntries; ++row)
            ports.append({Protocol::Tcp, addressText(AF_INET6, table->table[row].ucLocalAddr),
                          portNumber(table->table[row].dwLocalPort),
                          static_cast<qint64>(table->table[row].dwOwningPid)});
    }
}

void appendUdp(QList<ListeningPort>& ports)
{
    const auto four = tableFrom([](void* table, DWORD* size) {
        return ::GetExtendedUdpTable(table, size, FALSE, AF_INET, UDP_TABLE_OWNER_PID, 0);
    });
    if (!four.empty()) {
        const auto* table = reinterpret_cast<const MIB_UDPTABLE_OWNER_PID*>(four.data());
        for (DWORD row = 0; row < table->dwNumEntries; ++row)
            ports.append({Protocol::Udp, addressText(AF_INET, &table->table[row].dwLocalAddr),
                          portNumber(table->table[row].dwLocalPort),
                          static_cast<qint64>(table->table[row].dwOwningPid)});
    }
    const auto six = tableFrom([](void* table, DWORD* size) {
        return ::GetExtendedUdpTable(table, size, FALSE, AF_INET6, UDP_TABLE_OWNER_PID, 0);
    });
    if (!six.empty()) {
        const auto* table = reinterpret_cast<const MIB_UDP6TABLE_OWNER_PID*>(six.data());
        for (DWORD row = 0; row < table->dwNumEntries; ++row)
            ports.append({Protocol::Udp, addressText(AF_INET6, table->table[row].ucLocalAddr),
                          portNumber(table->table[row].dwLocalPort),
                          static_cast<qint64>(table->table[row].dwOwningPid)});
    }
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
