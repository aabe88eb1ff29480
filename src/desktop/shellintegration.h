// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/herdcounts.h"
#include "models/recentapps.h"
#include "platform/taskbar.h"

#include <QObject>

class QWidget;

namespace tropero {

class StateMirror;
class Theme;

/// What the system's shell shows of the program outside of its windows' contents: frames in the theme's colours, a badge on the taskbar while
/// something needs attention, tasks and apps in the taskbar's menu.
class ShellIntegration : public QObject
{
    Q_OBJECT

public:
    ShellIntegration(QWidget& window, const StateMirror& mirror, Theme& theme, QObject* parent = nullptr);

    /// What the taskbar's menu offers.
    platform::TaskbarMenu taskbarMenu() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void paintFrames();
    void paintBadge();
    void writeMenu();

    QWidget& m_window;
    Theme& m_theme;
    HerdCounts m_counts;
    RecentApps m_recent;
};

} // namespace tropero
