// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/policies.h"
#include "core/reason.h"
#include "platform/outputpipe.h"
#include "platform/processtree.h"
#include "supervision/launchplan.h"

#include <QList>
#include <QObject>

namespace tropero {

/// How a process ended. Signal 0: by itself, with that code.
struct ProcessExit
{
    int code = 0;
    int signal = 0;
    Reason note;  ///< what led to it, where more is known than the code says
};

/// Everything that a process is started with.
struct ProcessRequest
{
    LaunchPlan plan;
    EnvironmentMap environment; ///< the whole of it
    QString user;
    QString group;
    QList<int> inherited;       ///< descriptors that it gets as 3, 4, ...
};

/// One process of an instance, wherever it comes from: started by this program, or forked by a cluster's primary. Used once.
class InstanceProcess : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Without an error, either started() or failed() follows (on Windows from within).
    virtual Result<void> start(const ProcessRequest& request) = 0;
    virtual platform::OutputPipe& out() = 0;
    virtual platform::OutputPipe& error() = 0;
    /// 0 unless it runs.
    virtual qint64 pid() const = 0;
    /// Between start() and finished() or failed().
    virtual bool isActive() const = 0;
    /// As isActive(), and the program itself runs.
    virtual bool isStarted() const = 0;
    virtual platform::ProcessTree::Session session() const { return platform::ProcessTree::Session::Own; }
    /// Asks it to end with grace in a way of its own. False: there is none, and the stop signal is up to the caller.
    virtual bool leave(const StopPolicy&) { return false; }
    /// Its whole tree was killed; its end should be heard of at once.
    virtual void expectEnd() {}

Q_SIGNALS:
    void started();
    /// It could not be started; nothing ran.
    void failed(const tropero::Error& error);
    /// The exit was collected. Output may still be in the pipes.
    void finished(const tropero::ProcessExit& exit);
    /// Its Node listens on a socket.
    void listening();
    /// It sent 'ready' on another way than the agent's channel.
    void ready();
    /// It does harm, e.g. to the primary; should be killed, for that reason.
    void misbehaved(const tropero::Reason& reason);
    /// Something to tell a person.
    void noted(const tropero::Reason& text);
};

} // namespace tropero
