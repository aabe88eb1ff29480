// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/specfields.h"

#include <QString>
#include <QStringList>

namespace tropero {

/// "max_restarts" -> "maxRestarts".
QString camelCase(const QString& key);
/// "maxRestarts" -> "max_restarts".
QString snakeCase(const QString& key);
/// Every key that a config file may use for the field: key, aliases, and their camelCase forms.
QStringList namesOf(const SpecField& field);

} // namespace tropero
