// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/processes.h"

#include <QTreeView>

class QSettings;

namespace tropero {

class SystemFilterModel;
class SystemTableModel;
class Theme;

/// The table of processes or of ports. Leaves columns out, the least important first, while there is no room for them.
class SystemTable : public QTreeView
{
    Q_OBJECT

public:
    /// `name` is the object's name and the key of its settings.
    SystemTable(const QString& name, SystemTableModel& model, SystemFilterModel& filter, Theme& theme, QWidget* parent = nullptr);

    /// What the selected rows stand for, each once; without those that are not known.
    QList<platform::ProcessId> selectedProcesses() const;
    void save(QSettings& settings) const;
    void restore(const QSettings& settings);

Q_SIGNALS:
    void selectionUpdated();

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& options, const QModelIndex& index) const override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

private:
    void applyTheme();
    void fitColumns();
    int wantedWidth(int column) const;

    SystemTableModel& m_model;
    SystemFilterModel& m_filter;
    Theme& m_theme;
    QPersistentModelIndex m_hovered;
    bool m_fitting = false;
};

} // namespace tropero
