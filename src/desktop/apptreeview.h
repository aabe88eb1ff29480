// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QTimer>
#include <QTreeView>

#include <optional>

class QSettings;

namespace tropero {

class AppFilterModel;
class AppHeader;
class AppRowDelegate;
class AppTreeModel;
class MetricsHistory;
class Theme;

/// The tree of apps. Remembers columns and their order, sorting, expansion and selection; leaves columns out,
/// the least important first, while there is no room for them. Namespaces are open until they are closed, and
/// all open while a filter is set. A click on a port opens it in the browser.
class AppTreeView : public QTreeView
{
    Q_OBJECT

public:
    AppTreeView(AppTreeModel& model, AppFilterModel& filter, const MetricsHistory& history, Theme& theme,
                QWidget* parent = nullptr);

    void setLive(bool live);
    void setColumnChosen(int column, bool chosen);
    bool isColumnChosen(int column) const { return m_chosen.contains(column); }

    /// AppRow::key() of the selected rows.
    QStringList selectedKeys() const;
    /// Selects the row with that key, makes it visible and current.
    void selectKey(const QString& key);
    /// The first app in view; invalid when there is none.
    QModelIndex firstApp() const;

    /// Where the selected rows listen, ascending.
    QList<int> selectedPorts() const;
    /// In the browser.
    void openPort(int port) const;

    void save(QSettings& settings) const;
    void restore(const QSettings& settings);

Q_SIGNALS:
    void selectionUpdated();
    /// Rows show something else now; which ones are selected is the same.
    void contentUpdated();

public Q_SLOTS:
    void dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight,
                     const QList<int>& roles = {}) override;

protected Q_SLOTS:
    void rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end) override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void drawRow(QPainter* painter, const QStyleOptionViewItem& options,
                 const QModelIndex& index) const override;
    void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

private:
    void applyTheme();
    void fitColumns();
    void showHeaderMenu(const QPoint& position);
    void restoreExpansion(const QModelIndex& parent, int first, int last);
    bool isWantedOpen(const QModelIndex& index) const;
    void noteExpansion(const QModelIndex& index, bool open);
    void followFilter();
    void keepTopRow();
    int wantedWidth(int column, bool withCurve) const;
    QList<int> columnOrder() const;
    void refreshColumns(int first, int last);
    void refreshCurves();
    void refreshRow(const QModelIndex& index);
    std::optional<int> portAt(QPoint position) const;
    QStyleOptionViewItem cellOption(const QModelIndex& index) const;

    AppTreeModel& m_model;
    AppFilterModel& m_filter;
    Theme& m_theme;
    AppRowDelegate* m_delegate;
    AppHeader* m_header;
    QSet<int> m_chosen;           ///< columns that the user wants to see
    QHash<int, int> m_userWidths; ///< of columns that the user has drawn wider or narrower
    QSet<QString> m_expandedKeys; ///< apps, also such as are not there at the moment
    QSet<QString> m_closedKeys;   ///< namespaces
    QPersistentModelIndex m_hovered;
    QPersistentModelIndex m_topRow; ///< to be at the top again when rows have come or gone
    std::optional<int> m_pressedPort;
    QRegion m_painted; ///< what the paint event is about
    QTimer m_curves;   ///< moves the curves on when nothing else repaints them
    bool m_live = true;
    bool m_fitting = false;
    bool m_restoring = false; ///< what opens and closes now is not the user's doing
};

} // namespace tropero
