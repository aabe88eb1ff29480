// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QJsonValue>
#include <QString>

namespace tropero {

/// What the JavaScript or TypeScript module exports, evaluated by Node in a child process that is ended after limitMs. What it prints is ignored;
/// its error output is part of the error. MissingInterpreter without Node, and for TypeScript with one that cannot read it.
Result<QJsonValue> evaluateNodeConfig(const QString& path, int limitMs = 5'000);

} // namespace tropero
