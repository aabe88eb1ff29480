// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace tropero::platform {

/// Listening sockets that this process opens for others and keeps until it is destroyed. Socket files are removed then.
class ListenSockets
{
public:
    ListenSockets();
    ~ListenSockets();
    ListenSockets(ListenSockets&& other) noexcept;
    ListenSockets& operator=(ListenSockets&& other) noexcept;
    ListenSockets(const ListenSockets&) = delete;
    ListenSockets& operator=(const ListenSockets&) = delete;

    /// All or none. An address is "3000" (all interfaces, IPv4 and IPv6, as Node's listen(port)), "127.0.0.1:3000", "[::1]:3000", "localhost:3000" or the absolute
    /// path of a socket (mode 0600: this user's programs only; a file that a dead program left there is replaced). Not inherited by child processes by themselves.
    /// Errors: InvalidArgument; AlreadyExists when the address is in use (names the process where it may be known); PermissionDenied; NotFound (host); MissingFolder; Io; Unsupported on Windows.
    static Result<ListenSockets> open(const QStringList& addresses);

    /// In the order of the addresses; valid as long as this object.
    QList<int> descriptors() const;
    /// For LISTEN_FDNAMES: the port, or the file name of a path; letters, digits, - _ . only.
    QStringList names() const;
    /// "3000" or the port that the system chose for "0"; 0 for a path.
    QList<int> ports() const;
    bool isEmpty() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tropero::platform
