// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logfeed.h"
#include "models/loglines.h"

#include <QHash>
#include <QWidget>

class QLabel;
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

    /// `title` says in words whose log it is. The same subjects again change nothing.
    void show(const QList<LogSubject>& subjects, const QString& title);
    void addEvent(const QJsonObject& event);

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
    QString m_subjectText;
    int m_generation = 0;
    LogView* m_view;
    QLabel* m_title;
    QLabel* m_subject;
    QPushButton* m_follow;
};

} // namespace tropero
