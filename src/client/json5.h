// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QJsonValue>

namespace tropero {

/// JSON as people write it in JavaScript: comments, trailing commas, unquoted keys, single quotes, hexadecimal numbers, +1, .5 (https://json5.org).
/// The error's `why` says what was expected, with line and column; its subject is left to the caller.
Result<QJsonValue> parseJson5(const QByteArray& text);

} // namespace tropero
