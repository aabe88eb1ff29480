// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clientbench.h"
#include "samples.h"

#include "desktop/commandpalette.h"
#include "desktop/language.h"
#include "desktop/mainwindow.h"
#include "models/settings.h"

#include <QFile>
#include <QTemporaryDir>

namespace tropero::test {

using namespace Qt::StringLiterals;

/// A window with its settings, against a daemon in this process.
struct ShellBench : ClientBench
{
    QTemporaryDir config;
    Settings settings{daemon.location().home + u"/desktop.ini"_s};
    Language language{*qApp};
    MainWindow window{client, mirror, theme, settings};

    ShellBench() { qputenv("XDG_CONFIG_HOME", QFile::encodeName(config.path())); }

    bool connectTo(const QList<AppStatus>& apps)
    {
        window.show();
        return ClientBench::connectTo(apps);
    }

    CommandPalette* openPalette()
    {
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        return window.findChild<CommandPalette*>();
    }
};

} // namespace tropero::test
