// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace tropero {

class DaemonClient;
class EventsPane;
class StateMirror;
class Theme;

/// What happened to all apps, newest first.
class ActivityPage : public QWidget
{
    Q_OBJECT

public:
    ActivityPage(DaemonClient& client, StateMirror& mirror, Theme& theme, QWidget* parent = nullptr);

    EventsPane& events() const { return *m_events; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();

    const StateMirror& m_mirror;
    EventsPane* m_events;
};

} // namespace tropero
