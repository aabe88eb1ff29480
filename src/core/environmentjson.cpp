// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/environmentjson.h"

namespace tropero {

QJsonObject environmentToJson(const EnvironmentMap& environment)
{
    QJsonObject json;
    for (auto it = environment.cbegin(); it != environment.cend(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

EnvironmentMap environmentFromJson(const QJsonObject& json)
{
    EnvironmentMap environment;
    for (auto it = json.constBegin(); it != json.constEnd(); ++it)
        environment.insert(it.key(), it.value().toString());
    return environment;
}

} // namespace tropero
