// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tropero {

/// What a well-known exit code says, translated; empty for all others.
QString exitCodeMeaning(int code);
QString exitCodeMeaningInEnglish(int code);

/// "SIGKILL" for 9, by Linux's numbers; empty when unknown.
QString signalNameOf(int number);

} // namespace tropero
