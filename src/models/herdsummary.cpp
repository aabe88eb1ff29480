// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/herdsummary.h"

#include <algorithm>

namespace tropero {

HerdSummary summarize(const std::vector<AppStatus>& apps)
{
    HerdSummary sum;
    for (const AppStatus& app : apps) {
        for (const InstanceStatus& instance : app.instances) {
            switch (instance.state) {
            case InstanceState::Online:
                ++sum.online;
                break;
            case InstanceState::Launching:
            case InstanceState::Stopping:
                ++sum.starting;
                break;
            case InstanceState::WaitingRestart:
                ++sum.waiting;
                break;
            case InstanceState::Errored:
                ++sum.gaveUp;
                break;
            case InstanceState::Stopped:
                ++sum.stopped;
                break;
            }
            if (instance.pid <= 0) continue;
            sum.cpu += std::max(instance.cpu, 0.0);
            sum.memory += std::max<qint64>(instance.memory, 0);
        }
    }
    return sum;
}

} // namespace tropero
