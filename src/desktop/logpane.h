// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logfeed.h"
#include "models/loghighlights.h"
#include "models/loglines.h"
#include "models/loglinks.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

#include <atomic>
#include <memory>

class QAction;
class QPushButton;
class QSettings;

namespace tropero {

class ColorLegend;
class DaemonClient;
class LogBar;
class LogView;
class Theme;

/// One instance whose output is shown.
struct LogSubject
{
    int number = -1;
    QString label;   ///< before its lines when there are several
    QString outFile; ///< empty: discarded
    QString errorFile;
    QString folder{}; ///< files without a folder in its lines are relative to it; empty: such links are not followed
    QString app{};    ///< whose instance it is: those of one app are one colour and one entry in the legend

    bool operator==(const LogSubject&) const = default;
};

/// The log of the selection: everything that is in its files, whatever comes, and the daemon's events as marks between
/// the lines; with search, filters and commands. Reads nothing while it is not seen.
class LogPane : public QWidget
{
    Q_OBJECT

public:
    LogPane(DaemonClient& client, Theme& theme, QWidget* parent = nullptr);
    ~LogPane() override;

    /// The same subjects again change nothing.
    void show(const QList<LogSubject>& subjects);
    void addEvent(const QJsonObject& event);
    /// Brings the moment into view, as soon as it has been read.
    void showTime(qint64 milliseconds);

    /// The switch that keeps the newest line in view; it is in the pane's tool row.
    QPushButton* followSwitch() const;
    LogView& view() const { return *m_view; }
    LogBar& bar() const { return *m_bar; }
    LogLines& lines() { return m_lines; }
    void focusSearch();
    ColorLegend& legend() const { return *m_legend; }

    /// The highlight rules, as LogHighlights writes them.
    void setHighlights(const QString& rules);

    /// How lines are shown, not which.
    void save(QSettings& settings) const;
    void restore(const QSettings& settings);

Q_SIGNALS:
    /// A file in a line was clicked; links to files are only there while somebody is connected to this.
    void fileActivated(const QString& path, int line, int column);
    /// Confirmed by the user. The command is only offered while somebody is connected to this.
    void flushRequested(const QList<int>& numbers);
    /// The user changed the rules.
    void highlightsChanged(const QString& rules);
    void failed(const QString& message);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void reload();
    void requestEvents(qint64 since);
    void applyQuery();
    void applyOptions();
    void countHits();
    void goToHit(bool next);
    void makeActions();
    void updateActions();
    void enableActions();
    void showMenu(const QPoint& position);
    void askTime();
    void editHighlights();
    void updateLegend();
    void askFlush();
    void exportTo(bool withColours);
    void follow(const LogLink& link, int number);
    void seek();
    void retranslate();
    bool concerns(int number) const;

    DaemonClient& m_client;
    Theme& m_theme;
    LogLines m_lines;
    LogFeed m_feed;
    QList<LogSubject> m_subjects;
    QList<LogHighlight> m_highlights;
    int m_generation = 0;
    bool m_isDue = false;          ///< subjects changed while the pane was not seen
    bool m_eventsWanted = false;
    qint64 m_wantedTime = 0;       ///< nanoseconds; 0: none
    LogBar* m_bar;
    ColorLegend* m_legend;
    LogView* m_view;
    QTimer m_typing;
    std::shared_ptr<std::atomic<bool>> m_closed; ///< ends an export
    QAction* m_copy;
    QAction* m_copyRaw;
    QAction* m_selectAll;
    QAction* m_bookmark;
    QAction* m_nextBookmark;
    QAction* m_previousBookmark;
    QAction* m_jump;
    QAction* m_highlight;
    QAction* m_export;
    QAction* m_exportRaw;
    QAction* m_clear;
    QAction* m_showAll;
    QAction* m_flush;
    QAction* m_folder;
};

} // namespace tropero
