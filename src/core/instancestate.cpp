// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/instancestate.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

/// In the order of the enumeration.
constexpr std::array<QLatin1StringView, instanceStateCount> keys{"stopped"_L1,  "launching"_L1,       "online"_L1,
                                                                 "stopping"_L1, "waiting restart"_L1, "errored"_L1};

} // namespace

QString stateKey(InstanceState state)
{
    return keys.at(static_cast<std::size_t>(state));
}

InstanceState stateFromKey(const QString& key)
{
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i] == key)
            return static_cast<InstanceState>(i);
    }
    return InstanceState::Stopped;
}

} // namespace tropero
