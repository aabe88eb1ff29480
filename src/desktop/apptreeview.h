// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QTreeView>

class QSettings;

namespace tropero {

class AppFilterModel;
class AppRowDelegate;
class AppTreeModel;
class Theme;

/// The tree of apps. Remembers columns, order, expansion and selection; leaves columns out, the least
/// important first, while there is no room for them.
class AppTreeView : public QTreeView
{
    Q_OBJECT

public:
    AppTreeView(AppTreeModel& model, AppFilterModel& filter, Theme& theme, QWidget* parent = nullptr);

    void setLive(bool live);
    void setColumnChosen(int column, bool chosen);
    bool isColumnChosen(int column) const { return m_chosen.contains(column); }

    /// AppRow::key() of the selected rows.
    QStringList selectedKeys() const;
    /// Selects the row with that key, makes it visible and current.
    void selectKey(const QString& key);

    void save(QSettings& settings) const;
    void restore(const QSettings& settings);

Q_SIGNALS:
    void selectionUpdated();
    /// Rows show something else now; which ones are selected is the same.
    void contentUpdated();

protected:
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
    int wantedWidth(int column) const;

    AppTreeModel& m_model;
    AppFilterModel& m_filter;
    Theme& m_theme;
    AppRowDelegate* m_delegate;
    QSet<int> m_chosen;           ///< columns that the user wants to see
    QSet<QString> m_expandedKeys; ///< also of apps that are not there at the moment
    QPersistentModelIndex m_hovered;
    bool m_fitting = false;
};

} // namespace tropero
