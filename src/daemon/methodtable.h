// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc/rpcpeer.h"

#include <QHash>
#include <QLatin1StringView>
#include <QPointer>

#include <functional>
#include <vector>

namespace tropero {

/// The closed table of methods that every connection is given. While it is held, requests wait (but for those that are immediate).
class MethodTable
{
public:
    using Method = std::function<void(ipc::RpcPeer* peer, const QJsonObject& params, const ipc::Responder& responder)>;
    enum class Timing { Immediate, WhenReleased };

    void add(QLatin1StringView name, Method method, Timing timing = Timing::WhenReleased);
    /// The table must outlive the peer.
    void attach(ipc::RpcPeer* peer);
    void hold() { m_held = true; }
    void release();

private:
    struct Entry
    {
        QLatin1StringView name;
        Method method;
        Timing timing;
    };
    struct Waiting
    {
        qsizetype entry;
        QPointer<ipc::RpcPeer> peer;
        QJsonObject params;
        ipc::Responder responder;
    };

    void call(qsizetype entry, ipc::RpcPeer* peer, const QJsonObject& params, const ipc::Responder& responder);

    QList<Entry> m_entries;
    std::vector<Waiting> m_waiting;
    bool m_held = false;
};

} // namespace tropero
