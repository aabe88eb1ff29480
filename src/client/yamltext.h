// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QJsonValue>

namespace tropero {

inline constexpr int maxYamlNodes = 100'000; ///< with aliases expanded
inline constexpr int maxYamlDepth = 64;

/// One YAML document as JSON: anchors, aliases and merge keys expanded, plain scalars typed as in YAML 1.2. The error's `why` has line and column.
Result<QJsonValue> parseYaml(const QByteArray& text);

} // namespace tropero
