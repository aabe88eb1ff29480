// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakedaemon.h"

#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "desktop/theme.h"

#include <QApplication>
#include <QTest>

namespace tropero::test {

/// What every part of the window works with, against a daemon in this process.
struct ClientBench
{
    FakeDaemon daemon;
    Theme theme{*qApp};
    DaemonClient client{daemon.location()};
    StateMirror mirror{client, true};

    /// False when these apps did not come through in time.
    bool connectTo(const QList<AppStatus>& apps)
    {
        daemon.setApps(apps);
        if (!daemon.start()) return false;
        client.open();
        return QTest::qWaitFor(
            [&] {
                return client.state() == DaemonClient::State::Connected && mirror.apps().size() == static_cast<size_t>(apps.size());
            },
            10'000);
    }
};

} // namespace tropero::test
