// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/packageversion.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace tropero {

using namespace Qt::StringLiterals;

QString PackageVersions::nearestTo(const QString& folder)
{
    constexpr qint64 largestPackage = 1024 * 1024;
    if (folder.isEmpty())
        return u"N/A"_s;
    if (const auto known = m_known.constFind(folder); known != m_known.constEnd())
        return *known;
    QString version;
    if (QFile file(folder + "/package.json"_L1); file.open(QIODevice::ReadOnly)) {
        version = QJsonDocument::fromJson(file.read(largestPackage)).object().value("version"_L1).toString(u"N/A"_s);
    } else {
        const qsizetype slash = folder.lastIndexOf(u'/');
        version = slash < 0 ? u"N/A"_s : nearestTo(folder.left(slash));
    }
    m_known.insert(folder, version);
    return version;
}

} // namespace tropero
