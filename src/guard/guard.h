// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "guard/eventoutbox.h"
#include "guard/guardlink.h"
#include "supervision/appsupervisor.h"

#include <QList>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace tropero {

/// One app under guard: takes the daemon's orders, tells it what happens, and goes on alone while there is no daemon.
class Guard : public QObject
{
    Q_OBJECT

public:
    /// `home` is absolute; `app` is the app's id.
    Guard(QString home, QString app, QString endpoint, QObject* parent = nullptr);

    /// Begins to look for the daemon.
    void open();
    /// Stops all instances by their stop ladder, then emits finished() with that exit code.
    void end(int exitCode);

    /// A guard that was never told what to run ends when there was no daemon for that long (ms).
    static constexpr int unconfiguredPatience = 10'000;

Q_SIGNALS:
    void finished(int exitCode);

private:
    void sayHello();
    void helloAnswered(const Result<QJsonValue>& result, qint64 toldBefore);
    void configure(const QJsonObject& params, const ipc::Responder& responder);
    void command(const QJsonObject& params, const ipc::Responder& responder);
    void trigger(const QList<int>& numbers, const QJsonObject& params, const ipc::Responder& responder);
    void addAppState(QJsonObject& json) const;
    void endOnRequest(const ipc::Responder& responder);
    void keepEvent(const InstanceEvent& event);
    void tellNews();
    void finish(int exitCode);
    QJsonObject instancesReply(const QList<int>& numbers = {});

    QString m_home;
    QString m_app;
    AppSupervisor m_supervisor;
    GuardLink m_link;
    QTimer m_newsTimer;        ///< 0 ms: the daemon hears of a restart after the new process was started, not before
    QSet<int> m_changed;
    bool m_appChanged = false;
    EventOutbox m_events;
    bool m_ending = false;
    bool m_finishing = false;  ///< all is stopped; only the last events are still to be confirmed
};

} // namespace tropero
