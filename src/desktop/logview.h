// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/logselection.h"
#include "models/loglines.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QHash>
#include <QTextLayout>

class QPushButton;

namespace tropero {

class Theme;

/// Shows a LogLines: capture time, instance, and the text in its colours; lines of stderr and marks stand
/// out. Paints visible rows only. Follows the end until the user scrolls up; then a button counts what came
/// since and leads back.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    LogView(LogLines& lines, Theme& theme, QWidget* parent = nullptr);
    ~LogView() override;

    /// Names before the lines by instance number; without any there is no such column.
    void setLabels(const QHash<int, QString>& labels);
    /// What an empty view says.
    void setPlaceholder(const QString& text);

    bool isFollowing() const { return m_following; }
    void setFollowing(bool following);
    int newLines() const { return m_newLines; }
    bool hasSelection() const { return !m_selection.isEmpty(); }
    /// Without times and names, lines separated by line feeds.
    QString selectedText() const;
    void selectAll();
    void copy() const;
    int rowHeight() const { return m_rowHeight; }

Q_SIGNALS:
    void followingChanged(bool following);
    void selectionChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void applyTheme();
    void rowsInserted(int first, int last);
    void rowsRemoved(int first, int last);
    void updateRange();
    void scrollToEnd();
    void placeButton();
    int textLeft() const;
    int rowAt(int y) const;
    LogPosition positionAt(QPoint point) const;
    void layOut(QTextLayout& layout, int row, const QColor& background) const;
    QString shownText(int row) const;
    void paintRow(QPainter& painter, int row, const QRect& area);
    void paintMark(QPainter& painter, const LogRow& mark, const QRect& area) const;

    LogLines& m_lines;
    Theme& m_theme;
    LogSelection m_selection;
    QHash<int, QString> m_labels;
    QString m_placeholder;
    QPushButton* m_jump;
    QBasicTimer m_dragScroll;
    QPoint m_dragPoint;
    int m_rowHeight = 21;
    int m_timeWidth = 0;
    int m_labelWidth = 0;
    int m_widest = 0;
    int m_newLines = 0;
    bool m_following = true;
    bool m_adjusting = false; ///< a scroll bar moves for our own reasons, not the user's
};

} // namespace tropero
