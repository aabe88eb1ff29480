// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logfeed.h"
#include "models/loglines.h"

#include <QHash>
#include <QWidget>

class QPushButton;

namespace tropero {

class DaemonClient;
class LogView;
class Theme;

/// One instance whose output is shown.
struct LogSubject
{
    int number = -1;
    QString label;   ///< before its lines when there are several
    QString outFile; ///< empty: discarded
    QString errorFile;

    bool operator==(const LogSubject&) const = default;
};

/// The log of the selection: its last lines and whatever comes, with the daemon's events as marks between
/// them.
class LogPane : public QWidget
{
    Q_OBJECT

public:
    LogPane(DaemonClient& client, Theme& theme, QWidget* parent = nullptr);

    /// The same subjects again change nothing.
    void show(const QList<LogSubject>& subjects);
    void addEvent(const QJsonObject& event);

    /// The switch that keeps the newest line in view, for a place outside the pane.
    QPushButton* followSwitch() const { return m_follow; }
    LogView& view() const { return *m_view; }
    LogLines& lines() { return m_lines; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void reload();
    void requestEvents(qint64 since);
    void showFollowing(bool following);
    void showMenu(const QPoint& position);
    void applyTheme();
    void retranslate();
    bool concerns(int number) const;

    DaemonClient& m_client;
    Theme& m_theme;
    LogLines m_lines;
    LogFeed m_feed;
    QList<LogSubject> m_subjects;
    int m_generation = 0;
    LogView* m_view;
    QPushButton* m_follow;
};

} // namespace tropero
