// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"

#include <QJsonObject>

namespace tropero {

/// The environment of this program, which apps that it starts get.
EnvironmentMap ownEnvironment();
/// The same as the protocol's "shellEnvironment".
QJsonObject shellEnvironment();

} // namespace tropero
