// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "daemon/appcommands.h"
#include "ipc/rpcpeer.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tropero {

class AppRegistry;

/// The instances that "target" (and "cwd") of the parameters mean.
Result<QList<int>> targetInstances(const AppRegistry& registry, const QJsonObject& params);

QJsonArray numbersJson(const QList<int>& numbers);
/// Instances with `app` and `name`, in the order of the numbers.
QJsonArray instancesJson(const AppRegistry& registry, const QList<int>& numbers);
/// What failed while the rest went on: [{app, name, error, carriedOut}].
QJsonArray problemsJson(const AppCommands::Problems& problems);

/// What guards had to say: [{app, name, text}].
QJsonArray notesJson(const AppCommands::Replies& replies);

/// Answers a command: the instances, the problems, and `more`; an error instead when no app's command could be carried out.
void answerCommand(const ipc::Responder& responder, const QJsonArray& instances, const AppCommands::Problems& problems, const QJsonObject& more = {});

} // namespace tropero
