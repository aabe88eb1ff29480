// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/actioncalls.h"

#include "supervision/run.h"

#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

constexpr int answerWithinMs = 10'000;

} // namespace

ActionCalls::ActionCalls(QString appName) : m_appName(std::move(appName)) {}

ActionCalls::~ActionCalls()
{
    cancel(tr("the instance is going"));
}

void ActionCalls::call(Run& run, const QString& action, const QJsonValue& parameter, Done done)
{
    // PM2's two forms: the name alone, or an object that has the parameter.
    const QJsonValue message =
        parameter.isUndefined() || parameter.isNull() ? QJsonValue(action) : QJsonValue(QJsonObject{{u"msg"_s, action}, {u"opts"_s, parameter}});
    if (!run.sendMessage(message)) {
        done(failure(ErrorCode::Unavailable, tr("Cannot call the action \"%1\"").arg(action), m_appName, tr("the app has no connection for messages"),
                     tr("Restart the app")));
        return;
    }
    const int id = ++m_lastId;
    m_calls.push_back({id, action, std::move(done)});
    QTimer::singleShot(answerWithinMs, this, [this, id] { timeOut(id); });
}

bool ActionCalls::take(const QJsonObject& message)
{
    if (message[u"type"].toString() != "axm:reply"_L1)
        return false;
    const QJsonObject data = message[u"data"].toObject();
    const QString action = data[u"action_name"].toString();
    const auto call = std::ranges::find(m_calls, action, &Call::action);
    if (call == m_calls.end())
        return true; // too late
    const Done done = std::move(call->done);
    m_calls.erase(call);
    done(data[u"return"]);
    return true;
}

void ActionCalls::cancel(const QString& why)
{
    const std::vector<Call> calls = std::exchange(m_calls, {});
    for (const Call& call : calls)
        call.done(failure(ErrorCode::Cancelled, tr("Cannot call the action \"%1\"").arg(call.action), m_appName, why));
}

void ActionCalls::timeOut(int id)
{
    const auto call = std::ranges::find(m_calls, id, &Call::id);
    if (call == m_calls.end())
        return;
    const Call late = std::move(*call);
    m_calls.erase(call);
    late.done(failure(ErrorCode::Timeout, tr("Cannot call the action \"%1\"").arg(late.action), m_appName,
                      tr("the app did not answer within %1 seconds").arg(answerWithinMs / 1000)));
}

} // namespace tropero
