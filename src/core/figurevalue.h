// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>

#include <optional>

namespace tropero {

/// The number in a figure that an app reports of itself ({"value", "unit"?, "type"?}), also one sent as text, as PM2's library does; nothing when it
/// is none.
std::optional<double> figureValue(const QJsonValue& figure);

} // namespace tropero
