// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figurevalue.h"

#include <QJsonObject>

#include <cmath>

namespace tropero {

using namespace Qt::StringLiterals;

std::optional<double> figureValue(const QJsonValue& figure)
{
    const QJsonValue value = figure.toObject().value("value"_L1);
    bool isNumber = value.isDouble();
    const double number = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

} // namespace tropero
