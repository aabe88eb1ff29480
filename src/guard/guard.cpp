// SPDX-License-Identifier: GPL-3.0-or-later
#include "guard/guard.h"

#include "core/environmentjson.h"
#include "core/specfields.h"
#include "guard/guardmessages.h"
#include "ipc/methods.h"
#include "platform/files.h"
#include "version.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

constexpr int confirmWithinMs = 1'000;

} // namespace

Guard::Guard(QString home, QString app, QString endpoint, QObject* parent)
    : QObject(parent), m_home(std::move(home)), m_app(std::move(app)), m_supervisor(platform::agentEndpoint(m_home, m_app)),
      m_link(std::move(endpoint))
{
    m_newsTimer.setSingleShot(true);
    m_newsTimer.setInterval(0);
    connect(&m_newsTimer, &QTimer::timeout, this, &Guard::tellNews);
    connect(&m_supervisor, &AppSupervisor::changed, this, [this](int number) {
        m_changed.insert(number);
        m_newsTimer.start();
    });
    connect(&m_supervisor, &AppSupervisor::appChanged, this, [this] {
        m_appChanged = true;
        m_newsTimer.start();
    });
    connect(&m_supervisor, &AppSupervisor::happened, this, &Guard::keepEvent);
    connect(&m_link, &GuardLink::connected, this, &Guard::sayHello);
    connect(&m_link, &GuardLink::attemptFailed, this, [this] {
        if (!m_supervisor.isConfigured() && m_link.lostFor() > unconfiguredPatience)
            finish(0);
    });
}

void Guard::open()
{
    m_link.open();
}

void Guard::sayHello()
{
    ipc::RpcPeer* peer = m_link.peer();
    peer->setHandler(ipc::guard::configure,
                     [this](const QJsonObject& params, const ipc::Responder& responder) { configure(params, responder); });
    peer->setHandler(ipc::guard::command,
                     [this](const QJsonObject& params, const ipc::Responder& responder) { command(params, responder); });
    peer->setHandler(ipc::guard::end, [this](const QJsonObject&, const ipc::Responder& responder) { endOnRequest(responder); });

    QJsonObject hello{{u"app"_s, m_app},
                      {u"pid"_s, QCoreApplication::applicationPid()},
                      {u"version"_s, QStringLiteral(TROPERO_VERSION)},
                      {u"configured"_s, m_supervisor.isConfigured()}};
    if (m_supervisor.isConfigured()) {
        const AppSetup& setup = m_supervisor.setup();
        hello[u"spec"_s] = specToJson(setup.spec);
        hello[u"shellEnvironment"_s] = environmentToJson(setup.shellEnvironment);
        hello[u"logBase"_s] = setup.logBase;
        hello[u"instances"_s] = statusesToJson(m_supervisor.statuses());
        m_events.forgetTold();
        const QJsonObject news = m_events.takeNews();
        hello[u"events"_s] = news[u"events"_s];
        hello[u"firstEvent"_s] = news[u"firstEvent"_s];
        hello[u"scriptPath"_s] = m_supervisor.scriptPath();
        hello[u"interpreterPath"_s] = m_supervisor.interpreterPath();
        addAppState(hello);
    }
    m_changed.clear();
    m_appChanged = false;
    peer->call(ipc::method::guardHello, hello, this,
               [this, told = m_events.told()](const Result<QJsonValue>& result) { helloAnswered(result, told); });
}

void Guard::helloAnswered(const Result<QJsonValue>& result, qint64 toldBefore)
{
    if (result)
        m_events.confirm(toldBefore);
    else if (result.error().code == ErrorCode::NotFound && !m_supervisor.isConfigured())
        finish(0);
}

void Guard::configure(const QJsonObject& params, const ipc::Responder& responder)
{
    Result<AppSetup> setup = setupFromJson(m_app, m_home, params);
    if (!setup) {
        responder.fail(setup.error());
        return;
    }
    if (m_ending) {
        responder.fail({ErrorCode::Cancelled, tr("Cannot configure the guard"), m_app, tr("it is ending"), {}});
        return;
    }
    m_supervisor.configure(*std::move(setup));
    responder.reply(instancesReply());
}

void Guard::command(const QJsonObject& params, const ipc::Responder& responder)
{
    const QString action = params[u"action"].toString();
    const QList<int> numbers = numbersFromJson(params[u"numbers"]);
    const Reason reason = Reason::read(params);
    const auto answer = [this, numbers, responder] { responder.reply(instancesReply(numbers)); };
    const auto answerResult = [answer, responder](const Result<void>& result) {
        if (result)
            answer();
        else
            responder.fail(result.error());
    };
    const bool isStop = action == "stop"_L1;
    if (!m_supervisor.isConfigured() || (m_ending && !isStop)) {
        responder.fail({ErrorCode::Unavailable, tr("Cannot carry out the command"), m_app,
                        m_ending ? tr("its guard is ending") : tr("its guard does not know yet what to run"), {}});
    } else if (action == "start"_L1) {
        m_supervisor.start(numbers, reason, answer);
    } else if (isStop) {
        m_supervisor.stop(numbers, reason, answer);
    } else if (action == "restart"_L1) {
        m_supervisor.restart(numbers, reason, answer);
    } else if (action == "reload"_L1) {
        m_supervisor.reload(numbers, reason, params[u"parallel"].toInt(), [this, numbers, responder](const Result<void>& result, const QString& note) {
            QJsonObject reply = instancesReply(numbers);
            if (!note.isEmpty())
                reply[u"note"_s] = note;
            if (result)
                responder.reply(reply);
            else
                responder.fail(result.error());
        });
    } else if (action == "cancelReload"_L1) {
        m_supervisor.cancelReload(numbers);
        answer();
    } else if (action == "trigger"_L1) {
        trigger(numbers, params, responder);
    } else if (action == "reset"_L1) {
        m_supervisor.reset(numbers);
        answer();
    } else if (action == "signal"_L1) {
        answerResult(m_supervisor.signal(numbers, params[u"signal"].toString()));
    } else if (action == "flush"_L1) {
        answerResult(m_supervisor.flush(numbers));
    } else {
        responder.fail({ErrorCode::InvalidArgument, tr("Cannot carry out the command"), action, tr("there is no such action"), {}});
    }
}

/// Asks all of them at once, and answers when the last has answered.
void Guard::trigger(const QList<int>& numbers, const QJsonObject& params, const ipc::Responder& responder)
{
    struct Replies
    {
        QJsonArray all;
        qsizetype open = 0;
    };
    QList<int> chosen = numbers;
    if (chosen.isEmpty()) {
        for (const InstanceStatus& status : m_supervisor.statuses())
            chosen.append(status.number);
    }
    const auto replies = std::make_shared<Replies>();
    replies->open = chosen.size();
    for (const int number : std::as_const(chosen)) {
        m_supervisor.trigger(number, params[u"trigger"].toString(), params[u"parameter"], [replies, responder, number](const Result<QJsonValue>& reply) {
            QJsonObject one{{u"number"_s, number}};
            if (reply)
                one[u"reply"_s] = *reply;
            else
                one[u"error"_s] = reply.error().toJson();
            replies->all.append(one);
            if (--replies->open == 0)
                responder.reply(QJsonObject{{u"replies"_s, replies->all}});
        });
    }
    if (chosen.isEmpty())
        responder.reply(QJsonObject{{u"replies"_s, QJsonArray()}});
}

/// Of the app as a whole; absent where there is nothing to tell.
void Guard::addAppState(QJsonObject& json) const
{
    if (const QJsonObject primary = m_supervisor.primary().toJson(); !primary.isEmpty())
        json[u"primary"_s] = primary;
    if (const QJsonObject reload = m_supervisor.reloadStatus().toJson(); !reload.isEmpty())
        json[u"reload"_s] = reload;
}

void Guard::endOnRequest(const ipc::Responder& responder)
{
    m_ending = true;
    m_supervisor.stop({}, Reason::of(ReasonCode::GuardToldToEnd), [this, responder] {
        tellNews();
        responder.reply(true);
        finish(0);
    });
}

void Guard::end(int exitCode)
{
    if (std::exchange(m_ending, true))
        return;
    m_supervisor.stop({}, Reason::of(ReasonCode::GuardAskedToEnd), [this, exitCode] {
        tellNews();
        finish(exitCode);
    });
}

void Guard::finish(int exitCode)
{
    m_ending = true;
    m_finishing = true;
    connect(&m_link, &GuardLink::closed, this, [this, exitCode] { Q_EMIT finished(exitCode); }, Qt::SingleShotConnection);
    // An answer that nobody reads would cost the daemon what was sent last: a socket closed on it is reset.
    if (m_link.peer() && !m_events.isEmpty())
        QTimer::singleShot(confirmWithinMs, &m_link, &GuardLink::close);
    else
        m_link.close();
}

void Guard::keepEvent(const InstanceEvent& event)
{
    m_events.add(event);
    m_newsTimer.start();
}

void Guard::tellNews()
{
    m_newsTimer.stop();
    ipc::RpcPeer* peer = m_link.peer();
    if (!peer || !peer->isOpen())
        return; // the next hello tells everything
    if (m_events.hasNews()) {
        const QJsonObject news = m_events.takeNews();
        peer->call(ipc::method::guardEvents, news, this, [this, told = m_events.told()](const Result<QJsonValue>& result) {
            if (result)
                m_events.confirm(told);
            if (m_finishing && m_events.isEmpty())
                m_link.close();
        });
    }
    if (m_changed.isEmpty() && !m_appChanged)
        return;
    m_appChanged = false;
    const QSet<int> changed = std::exchange(m_changed, {});
    // An empty list would mean all of them.
    const QJsonArray instances = changed.isEmpty() ? QJsonArray() : statusesToJson(m_supervisor.statuses(changed.values()));
    QJsonObject params{{u"instances"_s, instances},
                       {u"scriptPath"_s, m_supervisor.scriptPath()},
                       {u"interpreterPath"_s, m_supervisor.interpreterPath()}};
    addAppState(params);
    peer->notify(ipc::notification::guardStatus, params);
}

QJsonObject Guard::instancesReply(const QList<int>& numbers)
{
    tellNews(); // an answer is never older than what was told before it
    return {{u"instances"_s, statusesToJson(m_supervisor.statuses(numbers))}};
}

} // namespace tropero
