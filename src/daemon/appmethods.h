// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc/rpcpeer.h"

#include <QObject>

namespace tropero {

class AppCreation;
class AppEditing;
class AppRegistry;
class AppScaling;
class MethodTable;
class Sampler;
class StateStore;

/// apps.create, apps.list, apps.environment, apps.resurrect, apps.scale, apps.update.
class AppMethods : public QObject
{
    Q_OBJECT

public:
    AppMethods(AppRegistry& registry, AppCreation& creation, AppScaling& scaling, AppEditing& editing, StateStore& store, Sampler& sampler,
               QObject* parent = nullptr);

    void addTo(MethodTable& table);

private:
    void create(const QJsonObject& params, const ipc::Responder& responder);
    void list(const QJsonObject& params, const ipc::Responder& responder);
    void environment(const QJsonObject& params, const ipc::Responder& responder);
    void scale(const QJsonObject& params, const ipc::Responder& responder);
    void resurrect(const QJsonObject& params, const ipc::Responder& responder);
    void update(const QJsonObject& params, const ipc::Responder& responder);

    AppRegistry& m_registry;
    AppCreation& m_creation;
    AppScaling& m_scaling;
    AppEditing& m_editing;
    StateStore& m_store;
    Sampler& m_sampler;
};

} // namespace tropero
