// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "desktop/language.h"
#include "desktop/mainwindow.h"
#include "desktop/settingseffects.h"
#include "desktop/theme.h"
#include "models/settings.h"

#include <QModelIndex>
#include <QTemporaryDir>

#include <memory>

namespace tropero::test {

/// The window with the daemon and guards as they are built, in a home of its own. The daemon is ended with it.
class RealBench
{
public:
    RealBench();
    ~RealBench();

    /// The daemon is started and the window shown.
    bool open();
    /// The path of a new script with that text.
    QString script(const QString& name, const QByteArray& text) const;
    /// Through the launch dialog; workers > 1: as a cluster.
    bool launch(const QString& script, const QString& name, int workers = 1);
    void trigger(const char* action) const;
    void select(const QString& name) const;
    QModelIndex rowOf(const QString& name) const;
    QString text(const QString& name, int column) const;
    QString state(const QString& name) const;
    QStringList pidsBelow(const QString& name) const;
    bool logContains(const QString& text) const;

    QTemporaryDir home;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<Language> language;
    std::unique_ptr<Theme> theme;
    std::unique_ptr<SettingsEffects> effects;
    std::unique_ptr<DaemonClient> client;
    std::unique_ptr<StateMirror> mirror;
    std::unique_ptr<MainWindow> window;
};

} // namespace tropero::test
