// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

#include <functional>

namespace tropero {

class Theme;

/// A plain list with columns: quiet rows of 24 px, several can be selected. Texts are plain text in one line.
class ListTable : public QTreeView
{
    Q_OBJECT

public:
    using Ink = std::function<QColor(const QModelIndex&)>;
    using Glyph = std::function<void(QPainter&, const QRectF& place, const QModelIndex&)>;

    explicit ListTable(Theme& theme, QWidget* parent = nullptr);

    void setInk(Ink ink) { m_ink = std::move(ink); }
    /// A symbol at the left of the texts of a column.
    void setGlyph(int column, Glyph glyph);
    /// Cuts texts of the column in their middle: paths.
    void setElidedInTheMiddle(int column) { m_middle = column; }
    /// Said in the middle while there are no rows.
    void setPlaceholder(const QString& text);
    QModelIndexList selectedRowIndexes() const;

Q_SIGNALS:
    void copyRequested();

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    Theme& m_theme;
    Ink m_ink;
    Glyph m_glyph;
    int m_glyphColumn = -1;
    int m_middle = -1;
    QString m_placeholder;
};

} // namespace tropero
