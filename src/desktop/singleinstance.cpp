// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/singleinstance.h"

#include "ipc/blockingcall.h"
#include "ipc/rpcpeer.h"
#include "ipc/rpcserver.h"
#include "platform/files.h"
#include "platform/peer.h"

#include <QJsonArray>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr auto comeForward = "window.comeForward"_L1;
constexpr int answerMs = 3'000;

} // namespace

SingleInstance::SingleInstance(const QString& home, QObject* parent) : QObject(parent), m_home(home)
{
}

SingleInstance::~SingleInstance() = default;

Result<bool> SingleInstance::claim(const QStringList& files)
{
    if (const Result<void> made = platform::ensurePrivateFolder(m_home); !made) return std::unexpected(made.error());
    const QString endpoint = platform::windowEndpoint(m_home);
    Result<platform::FileLock> lock = platform::FileLock::acquire(m_home + u"/desktop.lock"_s);
    if (!lock) {
        if (lock.error().code != ErrorCode::AlreadyExists) return std::unexpected(lock.error());
        ipc::BlockingConnection first;
        if (const Result<void> open = first.open(endpoint, answerMs); !open) return std::unexpected(open.error());
        const Result<QJsonValue> told = first.call(comeForward, {{u"files"_s, QJsonArray::fromStringList(files)}}, answerMs);
        if (!told) return std::unexpected(told.error());
        return false;
    }
    m_lock = std::move(*lock);
    if (const Result<void> ready = platform::prepareEndpoint(endpoint); !ready) return std::unexpected(ready.error());
    m_server = std::make_unique<ipc::RpcServer>(platform::isPeerSameUser);
    connect(m_server.get(), &ipc::RpcServer::connected, this, [this](ipc::RpcPeer* peer) {
        peer->setHandler(comeForward, [this](const QJsonObject& params, const ipc::Responder& responder) {
            responder.reply(true);
            QStringList handed;
            for (const QJsonValue& file : params.value("files"_L1).toArray())
                handed.append(file.toString());
            Q_EMIT handedOver(handed);
        });
    });
    if (const Result<void> listening = m_server->listen(endpoint); !listening) return std::unexpected(listening.error());
    return true;
}

} // namespace tropero
