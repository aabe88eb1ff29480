// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "daemon/appcommands.h"

#include <QHash>
#include <QJsonArray>
#include <QObject>

namespace tropero {

/// How many instances an app shall have: "5", "+2", "-1" or "max".
struct InstanceCount
{
    int number = 0;
    bool relative = false;

    /// A number, or one of those texts. InvalidArgument for all others, and for 0.
    static Result<InstanceCount> parse(const QJsonValue& value);
    /// Of an app that has so many now. InvalidArgument when it would be less than one or more than 1000.
    Result<int> of(int present) const;
};

/// Gives apps more instances, or takes their newest away. Of two requests for one app the second waits for the first.
class AppScaling : public QObject
{
    Q_OBJECT

public:
    /// `outcome`: {id, name, before, after, added, removed}.
    using Done = std::function<void(const QJsonObject& outcome, const AppCommands::Problems& problems)>;

    AppScaling(AppRegistry& registry, AppCommands& commands, EventLog& events, QObject* parent = nullptr);

    /// `done` runs when the new ones have settled or the removed ones are gone.
    void scale(const QString& appId, const InstanceCount& count, Done done);

private:
    struct Request
    {
        InstanceCount count;
        Done done;
    };

    void next(const QString& appId);
    void carryOut(const QString& appId, const Request& request);
    void finish(const QString& appId, const Request& request, const QJsonObject& outcome, const AppCommands::Problems& problems);
    void begin(ManagedApp& app, const QList<int>& added, const AppCommands::Done& done);

    AppRegistry& m_registry;
    AppCommands& m_commands;
    EventLog& m_events;
    QHash<QString, QList<Request>> m_requests; ///< by app; the first is being carried out
};

} // namespace tropero
