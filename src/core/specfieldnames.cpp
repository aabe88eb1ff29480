// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/specfieldnames.h"

namespace tropero {

QString camelCase(const QString& key)
{
    QString result;
    bool upper = false;
    for (const QChar c : key) {
        if (c == u'_') {
            upper = !result.isEmpty();
            continue;
        }
        result += upper ? c.toUpper() : c;
        upper = false;
    }
    return result;
}

QString snakeCase(const QString& key)
{
    QString result;
    for (const QChar c : key) {
        if (c.isUpper() && !result.isEmpty() && result.back() != u'_')
            result += u'_';
        result += c.toLower();
    }
    return result;
}

QStringList namesOf(const SpecField& field)
{
    QStringList names{field.key};
    names.append(field.aliases);
    for (const QString& name : QStringList(names))
        names.append(camelCase(name));
    names.removeDuplicates();
    return names;
}

} // namespace tropero
