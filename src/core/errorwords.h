// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

namespace tropero {

/// An Error that another process made in English, in the language of now: each part that is a text of ours, with whatever was filled in (which is said as
/// well where it is a text of ours). All else stays. Known is each text of the programs that speak to others, but those whose form depends on a number.
Error translated(const Error& error);
/// Of an error inside an answer.
Error translatedError(const QJsonObject& json);
/// The same for a sentence by itself.
QString translatedText(const QString& text);

} // namespace tropero
