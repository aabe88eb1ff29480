// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/texttable.h"

#include "cli/displaywidth.h"

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

QString padded(const QString& text, int width, int wanted, TextTable::Align align)
{
    const QString blanks(wanted - width, u' ');
    return align == TextTable::Align::Left ? text + blanks : blanks + text;
}

} // namespace

TextTable::TextTable(QList<Column> columns)
    : m_columns(std::move(columns))
{
    for (const Column& column : std::as_const(m_columns))
        m_widths.append(displayWidth(column.title));
}

void TextTable::addRow(QList<Cell> row)
{
    for (qsizetype i = 0; i < m_columns.size(); ++i)
        m_widths[i] = std::max(m_widths.at(i), displayWidth(row.at(i).text));
    m_rows.append(std::move(row));
}

int TextTable::width() const
{
    int width = 1;
    for (const int column : m_widths)
        width += column + 3;
    return width;
}

QString TextTable::rule(QChar left, QChar between, QChar right) const
{
    QString line = left;
    for (qsizetype i = 0; i < m_widths.size(); ++i) {
        if (i > 0)
            line += between;
        line += QString(m_widths.at(i) + 2, u'─');
    }
    return line + right;
}

QString TextTable::render(const Console& console) const
{
    const QString bar = console.paint(Colour::Dim, u"│"_s);
    QString text = console.paint(Colour::Dim, rule(u'╭', u'┬', u'╮')) + u'\n' + bar;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        const Column& column = m_columns.at(i);
        const QString title = padded(column.title, displayWidth(column.title), m_widths.at(i), column.align);
        text += u' ' + console.paint(Colour::Bold, title) + u' ' + bar;
    }
    text += u'\n' + console.paint(Colour::Dim, rule(u'├', u'┼', u'┤')) + u'\n';
    for (const QList<Cell>& row : m_rows) {
        text += bar;
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            const Cell& cell = row.at(i);
            text += u' '
                + padded(console.paint(cell.colour, cell.text), displayWidth(cell.text), m_widths.at(i), m_columns.at(i).align) + u' ' + bar;
        }
        text += u'\n';
    }
    return text + console.paint(Colour::Dim, rule(u'╰', u'┴', u'╯')) + u'\n';
}

} // namespace tropero
