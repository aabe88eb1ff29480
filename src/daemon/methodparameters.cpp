// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/methodparameters.h"

#include "daemon/appregistry.h"

#include <QCoreApplication>
#include <QSet>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

/// Instances for certain, whatever names there are.
Result<QList<int>> knownNumbers(const AppRegistry& registry, const QJsonArray& wanted)
{
    QList<int> numbers;
    for (const QJsonValue& one : wanted) {
        const int number = one.toInt(-1);
        if (!registry.appOfInstance(number)) {
            return failure(ErrorCode::NotFound, QCoreApplication::translate("Daemon", "There is no instance with this number"),
                           one.toVariant().toString());
        }
        if (!numbers.contains(number)) numbers.append(number);
    }
    return numbers;
}

} // namespace

Result<QList<int>> targetInstances(const AppRegistry& registry, const QJsonObject& params)
{
    const QJsonValue target = params["target"_L1];
    if (target.isDouble()) return knownNumbers(registry, {target});
    if (target.isArray() && !target.toArray().isEmpty()) return knownNumbers(registry, target.toArray());
    const QString word = target.toString();
    if (word.isEmpty()) {
        return failure(ErrorCode::InvalidArgument, QCoreApplication::translate("Daemon", "No app was named"), u"target"_s, {},
                       QCoreApplication::translate("Daemon", "Give a name, a number, a namespace, /regex/ or all"));
    }
    return selectInstances(word, params["cwd"_L1].toString(), registry.selectables());
}

QJsonArray numbersJson(const QList<int>& numbers)
{
    QJsonArray array;
    for (const int number : numbers) array.append(number);
    return array;
}

QJsonArray instancesJson(const AppRegistry& registry, const QList<int>& numbers)
{
    QJsonArray array;
    for (const int number : numbers) {
        const ManagedApp* const app = registry.appOfInstance(number);
        if (app) array.append(instanceJson(*app, *app->instance(number)));
    }
    return array;
}

QJsonArray problemsJson(const AppCommands::Problems& problems)
{
    QJsonArray array;
    for (const CommandProblem& one : problems) {
        array.append(QJsonObject{
            {u"app"_s, one.appId}, {u"name"_s, one.name}, {u"error"_s, one.error.toJson()}, {u"carriedOut"_s, one.carriedOut}});
    }
    return array;
}

QJsonArray notesJson(const AppCommands::Replies& replies)
{
    QJsonArray array;
    for (const CommandReply& one : replies) {
        const QString text = one.reply["note"_L1].toString();
        if (!text.isEmpty()) array.append(QJsonObject{{u"app"_s, one.appId}, {u"name"_s, one.name}, {u"text"_s, text}});
    }
    return array;
}

void answerCommand(const ipc::Responder& responder, const QJsonArray& instances, const AppCommands::Problems& problems, const QJsonObject& more)
{
    QSet<QString> apps;
    for (const QJsonValue& one : instances) apps.insert(one.toObject()["app"_L1].toString());
    QSet<QString> failed;
    const Error* first = nullptr;
    for (const CommandProblem& one : problems) {
        if (one.carriedOut) continue;
        failed.insert(one.appId);
        if (!first) first = &one.error;
    }
    if (first && failed.size() >= apps.size()) {
        responder.fail(*first);
        return;
    }
    QJsonObject result = more;
    result.insert("instances"_L1, instances);
    if (!problems.isEmpty()) result.insert("problems"_L1, problemsJson(problems));
    responder.reply(result);
}

} // namespace tropero
