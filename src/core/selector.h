// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace tropero {

/// What a selector can see of an instance.
struct Selectable
{
    int number = 0;      ///< PM2's pm_id
    QString name;
    QString nameSpace;
    QString scriptPath;  ///< absolute
};

/// Numbers of the instances that a user's word means, in ascending order, by PM2's order of precedence:
/// "all"; "/regex/" on the name; a name; a script path (absolute, or relative to cwd); a namespace; an id.
/// A number is first a name, then a namespace, then an id. NotFound errors name the nearest known name; an empty
/// list with "all" is NotFound too. An invalid regular expression is InvalidArgument and says where.
Result<QList<int>> selectInstances(const QString& word, const QString& cwd, const QList<Selectable>& instances);

} // namespace tropero
