// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instancestatus.h"

#include <vector>

namespace tropero {

/// All instances in a few numbers.
struct HerdSummary
{
    int online = 0;
    int starting = 0; ///< launching or stopping
    int waiting = 0;
    int gaveUp = 0;
    int stopped = 0;
    double cpu = 0;
    qint64 memory = 0;

    int total() const { return online + starting + waiting + gaveUp + stopped; }
    bool operator==(const HerdSummary&) const = default;
};

HerdSummary summarize(const std::vector<AppStatus>& apps);

} // namespace tropero
