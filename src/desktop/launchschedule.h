// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/launchfieldpage.h"

namespace tropero {

/// Memory limit, restarts by the clock with their next times, and what else bounds an app.
class LaunchSchedule : public LaunchFieldPage
{
    Q_OBJECT

public:
    LaunchSchedule(Theme& theme, QWidget* parent);

    void follow(const AppSpec& spec) override;
};

} // namespace tropero
