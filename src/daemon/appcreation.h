// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"
#include "daemon/apprecord.h"

#include <QJsonArray>
#include <QObject>

#include <functional>
#include <memory>

namespace tropero {

class AppCommands;
class AppRegistry;
class EventLog;
struct ManagedApp;

/// apps.create and apps.resurrect: decides for each spec whether it is a new app, an app to start again, or an error, and carries it out.
class AppCreation : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        QJsonArray specs;
        EnvironmentMap shellEnvironment; ///< empty: the daemon's own
        bool force = false;              ///< a script that runs already is started a second time
        bool reload = false;             ///< with apply: what is there is reloaded instead of restarted, and has as many instances as the file names
        bool apply = false;              ///< the specs are a config file: an app of that name takes its spec over
    };
    /// The result of apps.create: one entry for each spec or record, in order.
    using Done = std::function<void(const QJsonArray& entries)>;

    AppCreation(AppRegistry& registry, AppCommands& commands, EventLog& events, QObject* parent = nullptr);

    void create(const Request& request, Done done);
    /// Makes those apps anew that are not in the list (by name and namespace).
    void resurrect(const QList<AppRecord>& records, const EnvironmentMap& shellEnvironment, Done done);

private:
    struct Work;
    using WorkPointer = std::shared_ptr<Work>;

    void createOne(const WorkPointer& work, qsizetype entry, const QJsonObject& json, const Request& request);
    void addNew(const WorkPointer& work, qsizetype entry, const AppSpec& spec, const EnvironmentMap& shellEnvironment);
    void applyTo(const WorkPointer& work, qsizetype entry, ManagedApp& app, const AppSpec& spec, const Request& request, bool exactly);
    enum class How { Start, Restart, Reload };
    void begin(const WorkPointer& work, qsizetype entry, ManagedApp& app, const QList<int>& numbers, How how);
    void store(const WorkPointer& work, qsizetype entry, const QString& appId);
    const EnvironmentMap& orOwn(const EnvironmentMap& shellEnvironment);

    AppRegistry& m_registry;
    AppCommands& m_commands;
    EventLog& m_events;
    EnvironmentMap m_ownEnvironment;
};

/// The environment that this process was started with, but for Tropero's own variables.
EnvironmentMap daemonEnvironment();

} // namespace tropero
