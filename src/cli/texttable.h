// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/console.h"

#include <QList>
#include <QString>

namespace tropero {

/// A table for a terminal, drawn with lines and aligned by what characters really take.
class TextTable
{
public:
    enum class Align { Left, Right };

    struct Column
    {
        QString title;
        Align align = Align::Left;
    };
    struct Cell
    {
        QString text;
        Colour colour = Colour::None;
    };

    explicit TextTable(QList<Column> columns);
    void addRow(QList<Cell> row);

    /// Columns of the terminal that it takes.
    int width() const;
    QString render(const Console& console) const;

private:
    QString rule(QChar left, QChar between, QChar right) const;

    QList<Column> m_columns;
    QList<QList<Cell>> m_rows;
    QList<int> m_widths;
};

} // namespace tropero
