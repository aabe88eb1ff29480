// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace tropero {

class DetailsModel;
class Theme;

/// Facts as a quiet two-column list; the selected rows can be copied.
class DetailsView : public QTreeView
{
    Q_OBJECT

public:
    DetailsView(DetailsModel& model, Theme& theme, QWidget* parent = nullptr);

    /// The selected rows, or all when there is no selection.
    void copy();

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showMenu(const QPoint& position);
    void applyTheme();

    DetailsModel& m_model;
    Theme& m_theme;
};

} // namespace tropero
