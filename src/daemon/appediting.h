// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"
#include "daemon/appcommands.h"

#include <QJsonObject>
#include <QObject>
#include <QStringList>

#include <functional>

namespace tropero {

class AppRegistry;
class AppScaling;
class EventLog;

/// apps.update: gives an app another spec without restarting it, and tells that by an event.
class AppEditing : public QObject
{
    Q_OBJECT

public:
    struct Outcome
    {
        QString appId;
        QStringList applied;      ///< keys of the fields that changed and are in effect
        QStringList needsRestart; ///< keys of all fields whose values processes that run do not have yet, those of earlier changes included
        AppCommands::Problems problems;
    };
    using Done = std::function<void(const Outcome& outcome)>;

    AppEditing(AppRegistry& registry, AppCommands& commands, AppScaling& scaling, EventLog& events, QObject* parent = nullptr);

    /// `spec` is whole: a field that is not in it gets its default. `done` runs when it is stored and the app has as many instances as it says.
    /// An error means that nothing was changed: NotFound, InvalidArgument, AlreadyExists (another app has the name).
    Result<void> update(const QString& appId, const QJsonObject& spec, Done done);

private:
    Result<AppSpec> checked(const QJsonObject& json, const QString& appId, const AppSpec& present) const;

    AppRegistry& m_registry;
    AppCommands& m_commands;
    AppScaling& m_scaling;
    EventLog& m_events;
};

} // namespace tropero
