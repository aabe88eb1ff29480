// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "supervision/appsupervisor.h"
#include "supervision/programresolver.h"
#include "supervisionfixture.h"

namespace tropero {

using namespace Qt::StringLiterals;
using State = InstanceState;
using Kind = InstanceEvent::Kind;

/// A cluster of a script that the test writes itself.
struct Cluster
{
    SupervisionFixture f;
    AppSupervisor app{f.agentEndpoint()};
    AppSetup setup;
    QList<InstanceEvent> events;

    explicit Cluster(const QByteArray& script, int instances = 2)
    {
        QObject::connect(&app, &AppSupervisor::happened, &app, [this](const InstanceEvent& event) { events.append(event); });
        write(script);
        AppSpec spec = f.subject({});
        spec.script = f.path(u"app.js"_s);
        spec.execMode = ExecMode::Cluster;
        spec.instances = instances;
        setup = f.setup(spec);
        for (int i = 0; i < instances; ++i)
            setup.instances.append(f.own(i, true));
    }

    void write(const QByteArray& script) const { QVERIFY(writeText(f.path(u"app.js"_s), script)); }
    void configure() { app.configure(setup); }
    InstanceStatus status(int number) const { return app.statuses({number}).value(0); }
    QList<qint64> pids() const
    {
        QList<qint64> pids;
        for (const InstanceStatus& status : app.statuses())
            pids.append(status.pid);
        return pids;
    }
    bool allAre(State state) const
    {
        const QList<InstanceStatus> all = app.statuses();
        return std::all_of(all.begin(), all.end(), [state](const InstanceStatus& status) { return status.state == state; });
    }
    bool allHaveWritten(const QByteArray& text) const
    {
        const QList<InstanceStatus> all = app.statuses();
        return std::all_of(all.begin(), all.end(), [&text](const InstanceStatus& status) { return contentsOf(status.outLog).contains(text); });
    }
    int count(Kind kind) const
    {
        return static_cast<int>(std::count_if(events.begin(), events.end(), [kind](const InstanceEvent& event) { return event.kind == kind; }));
    }
    QString lastReason(Kind kind) const
    {
        QString reason;
        for (const InstanceEvent& event : events) {
            if (event.kind == kind)
                reason = event.reason;
        }
        return reason;
    }
    bool stop()
    {
        bool stopped = false;
        app.stop({}, u"end of the test"_s, [&stopped] { stopped = true; });
        return QTest::qWaitFor([&stopped] { return stopped; }, 10'000);
    }
};

inline const QByteArray server = R"js(
const http = require('http');
const version = VERSION;
const server = http.createServer((request, response) => response.end(process.env.NODE_APP_INSTANCE + ' ' + version + ' ' + process.pid));
server.listen(process.env.SOCKET || 0, () => console.log('listening ' + version));
)js";

inline QByteArray serverOf(const QByteArray& version)
{
    return QByteArray(server).replace("VERSION", '\'' + version + '\'');
}

struct ReloadAnswer
{
    bool answered = false;
    Result<void> result;
    QString note;

    AppSupervisor::Reloaded handler()
    {
        return [this](const Result<void>& given, const QString& text) {
            result = given;
            note = text;
            answered = true;
        };
    }
};

} // namespace tropero
