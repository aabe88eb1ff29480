// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"

#include <QJsonObject>

namespace tropero {

/// Variables as they travel between programs: an object of texts. What is no text is read as an empty one.
QJsonObject environmentToJson(const EnvironmentMap& environment);
EnvironmentMap environmentFromJson(const QJsonObject& json);

} // namespace tropero
