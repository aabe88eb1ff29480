// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>

namespace tropero {

class Settings;

/// Apps that no notification is shown about, by name; a setting that can be read and edited as a list.
bool isMuted(const Settings& settings, const QString& app);
Result<void> setMuted(Settings& settings, const QString& app, bool muted);

} // namespace tropero
