// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>

namespace tropero::platform {

/// The kind of failure behind an error number of the system (errno; Windows: GetLastError()).
ErrorCode errorCodeOfSystem(unsigned long error);
/// The system's own words for it, without a final stop.
QString systemErrorText(unsigned long error);
/// A failure whose "why" and kind come from the system's error number.
std::unexpected<Error> systemFailure(unsigned long error, QString what, QString subject, QString remedy = {});

} // namespace tropero::platform
