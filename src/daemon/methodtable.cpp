// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/methodtable.h"

namespace tropero {

void MethodTable::add(QLatin1StringView name, Method method, Timing timing)
{
    m_entries.append({name, std::move(method), timing});
}

void MethodTable::attach(ipc::RpcPeer* peer)
{
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        peer->setHandler(m_entries.at(i).name, [this, i, peer](const QJsonObject& params, const ipc::Responder& responder) {
            call(i, peer, params, responder);
        });
    }
}

void MethodTable::call(qsizetype entry, ipc::RpcPeer* peer, const QJsonObject& params, const ipc::Responder& responder)
{
    if (m_held && m_entries.at(entry).timing == Timing::WhenReleased) m_waiting.push_back({entry, peer, params, responder});
    else m_entries.at(entry).method(peer, params, responder);
}

void MethodTable::release()
{
    m_held = false;
    for (const Waiting& one : std::exchange(m_waiting, {})) {
        if (one.peer) m_entries.at(one.entry).method(one.peer, one.params, one.responder);
    }
}

} // namespace tropero
