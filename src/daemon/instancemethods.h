// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"
#include "daemon/appcommands.h"
#include "ipc/rpcpeer.h"

#include <QObject>

namespace tropero {

class AppRegistry;
class MethodTable;

/// The commands of the instances group. Each answers when it is done on every instance.
class InstanceMethods : public QObject
{
    Q_OBJECT

public:
    InstanceMethods(AppRegistry& registry, AppCommands& commands, QObject* parent = nullptr);

    void addTo(MethodTable& table);

private:
    using Method = void (InstanceMethods::*)(const QList<int>& numbers, const QJsonObject& params, const ipc::Responder& responder);

    void select(const QList<int>& numbers, const QJsonObject& params, const ipc::Responder& responder);
    void start(const QList<int>& numbers, const QJsonObject& params, const ipc::Responder& responder);
    void stop(const QList<int>& numbers, const QJsonObject& params, const ipc::Responder& responder);
    void restart(const QList<int>& numbers, const QJsonObject& params, const ipc::Responder& responder);
    void reload(const QList<int>& numbers, const QJsonObject& params, const ipc::Responder& responder);
    void cancelReload(const QList<int>& numbers, const QJsonObject& params, const ipc::Responder& responder);
    void trigger(const QList<int>& numbers, const QJsonObject& params, const ipc::Responder& responder);
    void remove(const QList<int>& numbers, const QJsonObject& params, const ipc::Responder& responder);
    void reset(const QList<int>& numbers, const QJsonObject& params, const ipc::Responder& responder);
    void signal(const QList<int>& numbers, const QJsonObject& params, const ipc::Responder& responder);
    void flush(const QList<int>& numbers, const QJsonObject& params, const ipc::Responder& responder);
    Result<void> takeOver(const QList<int>& numbers, const QJsonObject& params);
    Result<QList<int>> havingAction(const QList<int>& numbers, const QString& action) const;
    QJsonArray repliesJson(const AppCommands::Replies& replies) const;

    AppRegistry& m_registry;
    AppCommands& m_commands;
};

} // namespace tropero
