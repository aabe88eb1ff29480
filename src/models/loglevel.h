// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ansitext.h"

#include <QByteArrayView>

#include <optional>

namespace tropero {

enum class LogLevel : quint8 { None, Debug, Info, Warning, Error };

/// What a line without escape sequences says of its weight: the level of a JSON line (pino, winston, bunyan), or a usual
/// word near its begin ("[warn]", "ERROR:", "TypeError: ...").
LogLevel levelOf(QByteArrayView line);
/// Lines that go on with what is above them (stack traces) have its level.
bool continuesLine(QByteArrayView line);

/// The bytes without SGR and other escape sequences; line feeds stay.
QByteArray withoutEscapes(QByteArrayView bytes);

/// A JSON line as level and message, in colours; nothing when it is none or says neither.
std::optional<AnsiLine> foldedJson(QByteArrayView line);

} // namespace tropero
