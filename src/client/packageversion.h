// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/nearestpackage.h"

namespace tropero {

/// Versions that package.json files state, each read once.
class PackageVersions
{
public:
    /// "version" of the nearest package.json in the folder or above it; "N/A" as PM2 says when there is none.
    QString nearestTo(const QString& folder) { return m_packages.of(folder).version; }

private:
    NearestPackages m_packages;
};

} // namespace tropero
