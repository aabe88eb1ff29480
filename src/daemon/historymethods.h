// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc/rpcpeer.h"

#include <QObject>

namespace tropero {

class AppRegistry;
class History;
class MethodTable;

/// history.metrics and history.events.
class HistoryMethods : public QObject
{
    Q_OBJECT

public:
    HistoryMethods(AppRegistry& registry, History& history, QObject* parent = nullptr);

    void addTo(MethodTable& table);

private:
    void metrics(const QJsonObject& params, const ipc::Responder& responder);
    void events(const QJsonObject& params, const ipc::Responder& responder);

    AppRegistry& m_registry;
    History& m_history;
};

} // namespace tropero
