// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instancestatus.h"

namespace tropero {

class PackageVersions;

struct Fact
{
    QString name;
    QString value;           ///< as an app or a user gave it: not safe for a terminal, not escaped for rich text
    bool alarming = false;

    bool operator==(const Fact&) const = default;
};

struct FactSection
{
    QString title;           ///< empty: of the first one, the state
    QList<Fact> facts;       ///< without those that have no value

    bool operator==(const FactSection&) const = default;
};

/// Everything that is known of one instance but its state, its actions and its events, for "describe" and the window alike. Secrets are
/// masked. `now` is milliseconds since the epoch.
QList<FactSection> instanceFacts(const AppStatus& app, const InstanceStatus& instance, qint64 now, PackageVersions& versions);

/// "is being reloaded, 1 of 4 done".
QString reloadText(const ReloadStatus& reload);

} // namespace tropero
