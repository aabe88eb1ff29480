// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <span>

namespace tropero::platform {

struct NamedSignal
{
    QLatin1StringView name; ///< without SIG
    int number = 0;
};

/// The signals that this system has, the usual name of a number first.
std::span<const NamedSignal> namedSignals();

} // namespace tropero::platform
