// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/highlighteditor.h"

#include "desktop/highlightrow.h"
#include "desktop/theme.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace tropero {

using namespace Qt::StringLiterals;

HighlightEditor::HighlightEditor(const QList<LogHighlight>& rules, Theme& theme, QWidget* parent)
    : QDialog(parent), m_theme(theme), m_help(new QLabel(this)), m_none(new QLabel(this)), m_scroll(new QScrollArea(this)),
      m_add(new QPushButton(this)), m_close(new QPushButton(this))
{
    setObjectName(u"highlightEditor"_s);
    m_help->setObjectName(u"dim"_s);
    m_help->setWordWrap(true);
    m_none->setObjectName(u"emptyText"_s);
    m_none->setAlignment(Qt::AlignCenter);
    auto* content = new QWidget;
    content->setObjectName(u"highlightRules"_s);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, theme.scaled(6), 0);
    m_column->setSpacing(theme.scaled(6));
    m_column->addWidget(m_none, 1);
    m_column->addStretch(1);
    m_scroll->setObjectName(u"highlightScroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(content);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.scaled(16), theme.scaled(14), theme.scaled(16), theme.scaled(14));
    column->setSpacing(theme.scaled(10));
    column->addWidget(m_help);
    column->addWidget(m_scroll, 1);
    auto* buttons = new QHBoxLayout;
    m_add->setObjectName(u"addRule"_s);
    m_add->setAutoDefault(false);
    m_close->setAutoDefault(false);
    buttons->addWidget(m_add);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    column->addLayout(buttons);
    connect(m_add, &QPushButton::clicked, this, [this] {
        LogHighlight rule;
        rule.color = static_cast<LogHighlight::Color>((m_rows.size() + static_cast<int>(rule.color)) % LogHighlight::colors);
        addRow(rule, static_cast<int>(m_rows.size()))->field()->setFocus();
        rowsChanged();
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    for (const LogHighlight& rule : rules)
        addRow(rule, static_cast<int>(m_rows.size()));
    retranslate();
    rowsChanged();
    resize(theme.scaled(720), theme.scaled(320));
}

QList<LogHighlight> HighlightEditor::rules() const
{
    QList<LogHighlight> rules;
    for (const HighlightRow* row : m_rows)
        if (const LogHighlight rule = row->rule(); !rule.text.isEmpty()) rules.append(rule);
    return rules;
}

HighlightRow* HighlightEditor::addRow(const LogHighlight& rule, int place)
{
    auto* row = new HighlightRow(rule, m_theme);
    m_rows.insert(place, row);
    m_column->insertWidget(place, row);
    connect(row, &HighlightRow::changed, this, [this] { Q_EMIT changed(rules()); });
    connect(row, &HighlightRow::moveWanted, this, [this, row](int steps) { move(row, steps); });
    connect(row, &HighlightRow::removeWanted, this, [this, row] { remove(row); });
    return row;
}

void HighlightEditor::move(HighlightRow* row, int steps)
{
    const qsizetype from = m_rows.indexOf(row);
    const qsizetype to = from + steps;
    if (to < 0 || to >= m_rows.size()) return;
    m_rows.move(from, to);
    m_column->insertWidget(static_cast<int>(to), row);
    rowsChanged();
    Q_EMIT changed(rules());
}

void HighlightEditor::remove(HighlightRow* row)
{
    m_rows.removeOne(row);
    row->hide();
    row->deleteLater();
    m_add->setFocus();
    rowsChanged();
    Q_EMIT changed(rules());
}

void HighlightEditor::rowsChanged()
{
    int widest = 0;
    for (const HighlightRow* row : std::as_const(m_rows))
        widest = std::max(widest, row->minimumSizeHint().width());
    m_scroll->setMinimumWidth(widest + m_theme.scaled(24)); // rows are never cut off
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        m_rows.at(i)->setMovable(i > 0, i + 1 < m_rows.size());
    m_none->setVisible(m_rows.isEmpty());
    m_add->setEnabled(m_rows.size() < LogHighlights::mostRules);
    QWidget* before = nullptr;
    for (HighlightRow* row : std::as_const(m_rows)) {
        if (before) setTabOrder(before, row);
        before = row;
    }
}

void HighlightEditor::retranslate()
{
    setWindowTitle(tr("Highlight rules"));
    m_help->setText(tr("Lines that match are drawn in a colour, in every log. Of several rules the upper one counts."));
    m_none->setText(tr("No rule yet"));
    m_add->setText(tr("Add rule"));
    m_close->setText(tr("Close"));
}

void HighlightEditor::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace tropero
