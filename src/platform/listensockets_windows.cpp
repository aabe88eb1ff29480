// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/listensockets.h"

#include <QCoreApplication>

namespace tropero::platform {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ListenSockets)
};

} // namespace

struct ListenSockets::Private
{
};

ListenSockets::ListenSockets() = default;
ListenSockets::~ListenSockets() = default;
ListenSockets::ListenSockets(ListenSockets&& other) noexcept = default;
ListenSockets& ListenSockets::operator=(ListenSockets&& other) noexcept = default;

Result<ListenSockets> ListenSockets::open(const QStringList& addresses)
{
    if (addresses.isEmpty()) return ListenSockets();
    return failure(ErrorCode::Unsupported, Text::tr("Cannot listen on the address"), addresses.constFirst(),
                   Text::tr("sockets that programs share are not possible on Windows"),
                   Text::tr("Leave \"listen\" out and use a Node cluster, or one instance"));
}

QList<int> ListenSockets::descriptors() const
{
    return {};
}

QStringList ListenSockets::names() const
{
    return {};
}

QList<int> ListenSockets::ports() const
{
    return {};
}

bool ListenSockets::isEmpty() const
{
    return true;
}

} // namespace tropero::platform
