// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/launchfieldpage.h"

namespace tropero {

/// How the workers of a cluster share connections, how many are replaced at the same time, and as which user an app runs.
class LaunchCluster : public LaunchFieldPage
{
    Q_OBJECT

public:
    LaunchCluster(Theme& theme, QWidget* parent);

    void follow(const AppSpec& spec) override;
};

} // namespace tropero
