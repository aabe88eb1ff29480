// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/singleinstance.h"

#include "ipc/blockingcall.h"
#include "ipc/rpcpeer.h"
#include "ipc/rpcserver.h"
#include "platform/files.h"
#include "platform/peer.h"
#include "platform/windowframe.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QThread>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr auto comeForward = "window.comeForward"_L1;
constexpr auto quit = "window.quit"_L1;
constexpr int answerMs = 3'000;
constexpr int quitMs = 10'000;

} // namespace

SingleInstance::SingleInstance(const QString& home, QObject* parent) : QObject(parent), m_home(home)
{
}

SingleInstance::~SingleInstance() = default;

Result<platform::FileLock> SingleInstance::acquire() const
{
    return platform::FileLock::acquire(m_home + u"/desktop.lock"_s);
}

Result<void> SingleInstance::tellFirst(QLatin1StringView method, const QJsonObject& params) const
{
    ipc::BlockingConnection first;
    if (const Result<void> open = first.open(platform::windowEndpoint(m_home), answerMs); !open) return open;
    const Result<QJsonValue> told = first.call(method, params, answerMs);
    if (!told) return std::unexpected(told.error());
    return {};
}

Result<bool> SingleInstance::endOther()
{
    if (!QFileInfo::exists(m_home)) return false;
    Result<platform::FileLock> lock = acquire();
    if (lock) return false;
    if (lock.error().code != ErrorCode::AlreadyExists) return std::unexpected(lock.error());
    if (const Result<void> told = tellFirst(quit, {}); !told) return std::unexpected(told.error());
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < quitMs) {
        QThread::msleep(20);
        if ((lock = acquire())) return true;
    }
    return failure(ErrorCode::Timeout, tr("The window does not end"), {}, {}, tr("Perhaps it waits for an answer; look at it"));
}

Result<bool> SingleInstance::claim(const WindowWishes& wishes)
{
    if (const Result<void> made = platform::ensurePrivateFolder(m_home); !made) return std::unexpected(made.error());
    const QString endpoint = platform::windowEndpoint(m_home);
    Result<platform::FileLock> lock = acquire();
    if (!lock) {
        if (lock.error().code != ErrorCode::AlreadyExists) return std::unexpected(lock.error());
        platform::letOthersComeForward();
        const Result<void> told = tellFirst(comeForward, {{u"files"_s, QJsonArray::fromStringList(wishes.files)}, {u"app"_s, wishes.app}});
        if (!told) return std::unexpected(told.error());
        return false;
    }
    m_lock = std::move(*lock);
    Result<platform::EndpointClaim> claimed = platform::EndpointClaim::take(endpoint);
    if (!claimed) return std::unexpected(claimed.error());
    m_claim = std::move(*claimed);
    m_server = std::make_unique<ipc::RpcServer>(platform::isPeerSameUser);
    connect(m_server.get(), &ipc::RpcServer::connected, this, [this](ipc::RpcPeer* peer) {
        peer->setHandler(comeForward, [this](const QJsonObject& params, const ipc::Responder& responder) {
            responder.reply(true);
            WindowWishes theirs;
            for (const QJsonValue& file : params.value("files"_L1).toArray())
                theirs.files.append(file.toString());
            theirs.app = params.value("app"_L1).toString();
            Q_EMIT handedOver(theirs);
        });
        peer->setHandler(quit, [this](const QJsonObject&, const ipc::Responder& responder) {
            responder.reply(true);
            QMetaObject::invokeMethod(this, &SingleInstance::quitRequested, Qt::QueuedConnection);
        });
    });
    if (const Result<void> listening = m_server->listen(endpoint); !listening) return std::unexpected(listening.error());
    return true;
}

} // namespace tropero
