// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/logselection.h"
#include "models/loghighlights.h"
#include "models/loglines.h"
#include "models/loglinks.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QHash>
#include <QSet>
#include <QTextLayout>

class QFrame;
class QLabel;
class QPushButton;

namespace tropero {

class Theme;

/// Shows a LogLines: capture time, instance, and the text in its colours; lines of stderr and marks stand out, what is
/// searched is marked. Reads and paints visible rows only; the scroll bar counts rows. Follows the end until the user
/// scrolls up; then a button counts what came since and leads back.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    struct Options
    {
        bool showTime = true;
        bool wrap = false;
        bool foldJson = true;
        bool sideBySide = false; ///< stdout left, stderr right, in one order of time
        bool fileLinks = false; ///< whether linkActivated() can do something with a file
        int fontSteps = 0;      ///< bigger or smaller than the theme's, in points

        bool operator==(const Options&) const = default;
    };

    LogView(LogLines& lines, Theme& theme, QWidget* parent = nullptr);
    ~LogView() override;

    /// Names before the lines by instance number; without any there is no such column.
    void setLabels(const QHash<int, QString>& labels);
    const QHash<int, QString>& labels() const { return m_labels; }
    /// Colours of these names, as numbers for curveColor().
    void setLabelColors(const QHash<int, int>& colors);
    void setHighlights(const QList<LogHighlight>& rules);
    /// What an empty view says.
    void setPlaceholder(const QString& text);
    const Options& options() const { return m_options; }
    void setOptions(const Options& options);

    bool isFollowing() const { return m_following; }
    void setFollowing(bool following);
    int newLines() const { return m_newLines; }

    bool hasSelection() const { return !m_selection.isEmpty(); }
    /// Without times and names, lines separated by line feeds.
    QString selectedText() const;
    /// Whole selected lines as they were written, with their escape sequences.
    QByteArray selectedLines() const;
    void selectAll();
    void copy() const;

    /// Row that commands start from: the one last clicked or found, else the first one seen.
    int currentRow() const;
    /// Makes it the current one and brings it into view; stops following.
    void showRow(int row);

    void toggleBookmark(int row);
    bool isBookmarked(int row) const;
    /// Brings the next (or previous) one into view, from the other end when there is none.
    void goToBookmark(bool next);
    bool hasBookmarks() const { return !m_bookmarks.isEmpty(); }
    void clearBookmarks();

    int rowHeight() const { return m_rowHeight; }

    struct SeenRow
    {
        int row = 0;
        QRect place; ///< in the viewport
    };
    /// From the top; for assistive programs, as the next one.
    QList<SeenRow> seenRows() const;
    /// A row in words: when, whose, from where, its text; a mark before it, too.
    QString spokenText(int row) const;

Q_SIGNALS:
    void followingChanged(bool following);
    void selectionChanged();
    void optionsChanged();
    void linkActivated(const tropero::LogLink& link, int number);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Shown
    {
        int row = 0;
        int top = 0;
        int lines = 1;
    };
    /// What is seen of a row: its text, colours and links.
    struct Text
    {
        AnsiLine line;
        QList<LogLink> links;
    };

    void applyTheme();
    void rowsInserted(int first, int last);
    void rowsRemoved(int first, int last);
    void resetRows();
    void updateRange();
    void scrollToEnd();
    void scrollLines(int lines);
    void placeButton();
    int textLeft() const;
    /// Where the text of a line is: all the room, or its half when streams stand side by side.
    int columnLeft(bool isError) const;
    int columnWidth() const;
    void placeHeader();
    QList<Shown> shownRows() const;
    int linesOf(int row) const;
    int rowAt(int y) const;
    LogPosition positionAt(QPoint point) const;
    std::optional<LogLink> linkAt(QPoint point) const;
    Text textOf(const LogRow& line) const;
    void layOut(QTextLayout& layout, const Text& text, const QColor& background) const;
    QString shownText(int row) const;
    QString wholeText(int row) const;
    /// What is searched.
    QList<QTextLayout::FormatRange> highlights(const QString& text) const;
    QList<QTextLayout::FormatRange> ruleFormats(const LogHighlights::Found& found) const;
    QList<QTextLayout::FormatRange> selectedPart(int row, qsizetype length) const;
    void paintRow(QPainter& painter, const Shown& shown);
    void paintMark(QPainter& painter, const LogRow& mark, const QRect& area) const;
    void setFontSteps(int steps);
    void moveCurrent(int step, bool extends);
    void bringIntoView(int row);

    LogLines& m_lines;
    Theme& m_theme;
    Options m_options;
    LogSelection m_selection;
    QHash<int, QString> m_labels;
    QHash<int, int> m_labelColors;
    LogHighlights m_rules;
    QSet<qint64> m_bookmarks;
    QString m_placeholder;
    QPushButton* m_jump;
    QFrame* m_header; ///< names of the streams that stand side by side
    QLabel* m_outTitle;
    QLabel* m_errorTitle;
    QBasicTimer m_dragScroll;
    QPoint m_dragPoint;
    QPoint m_pressPoint;
    int m_rowHeight = 21;
    int m_timeWidth = 0;
    int m_labelWidth = 0;
    int m_widest = 0;
    int m_topLine = 0;  ///< of a wrapped row: its first line that is seen
    int m_endLine = 0;  ///< that at the end of the log
    int m_wheelRest = 0;
    int m_newLines = 0;
    int m_rows = 0;
    std::optional<qint64> m_current;
    std::optional<qint64> m_anchor; ///< where lines selected by keyboard begin
    std::optional<qint64> m_kept; ///< the line on top, while rows are replaced
    bool m_following = true;
    bool m_adjusting = false; ///< a scroll bar moves for our own reasons, not the user's
};

} // namespace tropero
