// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/shellenvironment.h"

#include <QProcessEnvironment>

namespace tropero {

EnvironmentMap ownEnvironment()
{
    EnvironmentMap variables;
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : environment.keys())
        variables.insert(name, environment.value(name));
    return variables;
}

QJsonObject shellEnvironment()
{
    const EnvironmentMap variables = ownEnvironment();
    QJsonObject result;
    for (auto variable = variables.cbegin(); variable != variables.cend(); ++variable)
        result.insert(variable.key(), variable.value());
    return result;
}

} // namespace tropero
