// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakedaemon.h"
#include "samples.h"

#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "desktop/language.h"
#include "desktop/mainwindow.h"
#include "desktop/theme.h"
#include "models/settings.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tropero::test {

using namespace Qt::StringLiterals;

/// A window with its settings, against a daemon in this process.
struct ShellBench
{
    FakeDaemon daemon;
    QTemporaryDir config;
    Settings settings{daemon.location().home + u"/desktop.ini"_s};
    Language language{*qApp};
    Theme theme{*qApp};
    DaemonClient client{daemon.location()};
    StateMirror mirror{client, true};
    MainWindow window{client, mirror, theme, settings};

    ShellBench() { qputenv("XDG_CONFIG_HOME", QFile::encodeName(config.path())); }

    bool connectTo(const QList<AppStatus>& apps)
    {
        daemon.setApps(apps);
        if (!daemon.start()) return false;
        window.show();
        client.open();
        return QTest::qWaitFor(
            [&] {
                return client.state() == DaemonClient::State::Connected && mirror.apps().size() == static_cast<size_t>(apps.size());
            },
            10'000);
    }
};

} // namespace tropero::test
