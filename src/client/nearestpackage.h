// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace tropero {

/// What the package.json next to a folder says of itself; each file is read once.
class NearestPackages
{
public:
    struct Package
    {
        QString folder;  ///< where it lies; empty: there is none
        QString name;    ///< empty: it has none
        QString version; ///< "N/A" as PM2 says when it has none
    };

    /// Of the folder or of the nearest one above it.
    Package of(const QString& folder);
    void clear() { m_known.clear(); }

private:
    QHash<QString, Package> m_known;
};

} // namespace tropero
