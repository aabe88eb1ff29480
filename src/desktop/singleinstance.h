// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "desktop/windowwishes.h"
#include "platform/endpointclaim.h"
#include "platform/filelock.h"

#include <QJsonObject>
#include <QObject>

#include <memory>

namespace tropero {

namespace ipc {
class RpcServer;
}

/// One window for each home: the first holds a lock, the others hand it what they were started with and end.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString& home, QObject* parent = nullptr);
    ~SingleInstance() override;

    /// True: this is the first one, and handedOver() tells of others. False: the first one has been told.
    Result<bool> claim(const WindowWishes& wishes);

    /// Asks the first one to quit and waits until it has. False: there was none.
    Result<bool> endOther();

Q_SIGNALS:
    /// Mostly none, which means that the window is to come forward.
    void handedOver(const tropero::WindowWishes& wishes);
    void quitRequested();

private:
    Result<void> tellFirst(QLatin1StringView method, const QJsonObject& params) const;
    Result<platform::FileLock> acquire() const;

    QString m_home;
    platform::FileLock m_lock;
    platform::EndpointClaim m_claim;
    std::unique_ptr<ipc::RpcServer> m_server;
};

} // namespace tropero
