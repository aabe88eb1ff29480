// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tropero {

/// What to do instead of a command that PM2 has and Tropero has not; empty for all other words.
QString hintForPm2Command(const QString& name);

} // namespace tropero
