// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/nearestpackage.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestPackage = 1024 * 1024;

} // namespace

NearestPackages::Package NearestPackages::of(const QString& folder)
{
    Package package{{}, {}, u"N/A"_s};
    if (folder.isEmpty()) return package;
    if (const auto known = m_known.constFind(folder); known != m_known.constEnd()) return *known;
    if (QFile file(folder + "/package.json"_L1); file.open(QIODevice::ReadOnly)) {
        const QJsonObject json = QJsonDocument::fromJson(file.read(largestPackage)).object();
        package = {folder, json.value("name"_L1).toString(), json.value("version"_L1).toString(package.version)};
    } else if (const qsizetype slash = folder.lastIndexOf(u'/'); slash >= 0) {
        package = of(folder.left(slash));
    }
    m_known.insert(folder, package);
    return package;
}

} // namespace tropero
