// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"

#include <QList>
#include <QObject>

namespace tropero {

class DaemonClient;

/// What the window asks of the daemon. Nothing waits: the outcome shows in the state, errors come by
/// failed().
class InstanceCommands : public QObject
{
    Q_OBJECT

public:
    enum class Action { Start, Stop, Restart, Delete };
    /// What becomes of the processes of an app that was changed.
    enum class Renewal { None, Reload, Restart };

    explicit InstanceCommands(DaemonClient& client, QObject* parent = nullptr);

    void run(Action action, const QList<int>& numbers);
    /// New processes without a gap (clusters), otherwise restarts; one after another within an app.
    void reload(const QList<int>& numbers);
    /// Empties log files.
    void flush(const QList<int>& numbers);
    void cancelReload(const QList<int>& numbers);
    /// Of the app with that instance.
    void scale(int number, int instances);
    /// Calls what the app offers as an action; triggered() has the answer. An empty parameter is none.
    void trigger(int number, const QString& action, const QString& parameter);
    /// Starts new apps.
    void create(const AppSpec& spec) { createAll({spec}); }
    void createAll(const QList<AppSpec>& specs);
    /// The app is `spec` from now on; what does not take effect at once does in new processes.
    void update(const QString& appId, const AppSpec& spec, Renewal renewal);
    /// Commands that have no answer yet.
    int pending() const { return m_pending; }

Q_SIGNALS:
    void failed(const QString& message);
    /// The app is registered and has settled; it may have failed to start, which failed() then says too.
    void created(const QString& appId);
    /// `answer` is a text, or JSON for anything else; or why there is none.
    void triggered(int number, const QString& action, const QString& answer, bool failed);
    void pendingChanged(int pending);

private:
    void callFor(QLatin1StringView method, const QList<int>& numbers);
    void call(QLatin1StringView method, const QJsonObject& params,
              const std::function<void(const QJsonValue&)>& done = {});

    DaemonClient& m_client;
    int m_pending = 0;
};

} // namespace tropero
