// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/highlightrow.h"

#include "desktop/highlightcolors.h"
#include "desktop/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyle>
#include <QToolButton>

namespace tropero {

using namespace Qt::StringLiterals;

HighlightRow::HighlightRow(const LogHighlight& rule, Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_on(new QCheckBox(this)), m_text(new QLineEdit(rule.text, this)),
      m_case(new QToolButton(this)), m_regex(new QToolButton(this)), m_color(new QComboBox(this)), m_extent(new QComboBox(this)),
      m_up(new QToolButton(this)), m_down(new QToolButton(this)), m_remove(new QToolButton(this)), m_problem(new QLabel(this))
{
    m_on->setChecked(rule.isOn);
    m_text->setObjectName(u"logSearch"_s);
    m_text->setMinimumWidth(theme.scaled(170));
    m_case->setText(u"Aa"_s);
    m_case->setChecked(rule.matchCase);
    m_regex->setText(u".*"_s);
    for (QToolButton* button : {m_case, m_regex}) {
        button->setObjectName(u"chip"_s);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    m_case->setChecked(rule.matchCase);
    m_regex->setChecked(rule.isRegex);
    for (int i = 0; i < LogHighlight::colors; ++i)
        m_color->addItem({});
    m_color->setCurrentIndex(static_cast<int>(rule.color));
    m_extent->addItems({{}, {}});
    m_extent->setCurrentIndex(rule.wholeLine ? 1 : 0);
    m_up->setText(u"\u2191"_s);
    m_down->setText(u"\u2193"_s);
    m_remove->setText(u"\u00d7"_s);
    m_problem->setObjectName(u"problem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(theme.scaled(2));
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.scaled(6));
    row->addWidget(m_on);
    row->addWidget(m_text, 1);
    for (QWidget* one : std::initializer_list<QWidget*>{m_case, m_regex, m_color, m_extent})
        row->addWidget(one);
    for (QToolButton* button : {m_up, m_down, m_remove}) {
        button->setObjectName(u"logStep"_s);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    column->addLayout(row);
    column->addWidget(m_problem);

    const auto tell = [this] {
        check();
        Q_EMIT changed();
    };
    connect(m_on, &QCheckBox::toggled, this, tell);
    connect(m_text, &QLineEdit::textChanged, this, tell);
    connect(m_case, &QToolButton::toggled, this, tell);
    connect(m_regex, &QToolButton::toggled, this, tell);
    connect(m_color, &QComboBox::currentIndexChanged, this, tell);
    connect(m_extent, &QComboBox::currentIndexChanged, this, tell);
    connect(m_up, &QToolButton::clicked, this, [this] { Q_EMIT moveWanted(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { Q_EMIT moveWanted(1); });
    connect(m_remove, &QToolButton::clicked, this, &HighlightRow::removeWanted);
    connect(&theme, &Theme::changed, this, &HighlightRow::applyTheme);
    retranslate();
    applyTheme();
    check();
}

LogHighlight HighlightRow::rule() const
{
    return {m_text->text(), m_regex->isChecked(), m_case->isChecked(), static_cast<LogHighlight::Color>(m_color->currentIndex()),
            m_extent->currentIndex() == 1, m_on->isChecked()};
}

void HighlightRow::setMovable(bool up, bool down)
{
    m_up->setEnabled(up);
    m_down->setEnabled(down);
}

void HighlightRow::check()
{
    const QString problem = LogHighlights::problemOf(rule());
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_text->setAccessibleDescription(problem);
    if (m_text->property("failed").toBool() == !problem.isEmpty()) return;
    m_text->setProperty("failed", !problem.isEmpty());
    m_text->style()->unpolish(m_text);
    m_text->style()->polish(m_text);
}

void HighlightRow::applyTheme()
{
    const int size = m_theme.scaled(14);
    m_color->setIconSize({size, size});
    for (int i = 0; i < LogHighlight::colors; ++i) {
        QPixmap pixmap(QSize(size, size) * devicePixelRatioF());
        pixmap.setDevicePixelRatio(devicePixelRatioF());
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(m_theme.tokens().line);
        painter.setBrush(highlightColor(m_theme.tokens(), static_cast<LogHighlight::Color>(i)));
        painter.drawRoundedRect(QRectF(0.5, 0.5, size - 1, size - 1), 3, 3);
        painter.end();
        m_color->setItemIcon(i, pixmap);
    }
}

void HighlightRow::retranslate()
{
    const auto name = [](QWidget* widget, const QString& text) {
        widget->setAccessibleName(text);
        widget->setToolTip(text);
    };
    name(m_on, tr("Use this rule"));
    name(m_text, tr("What to highlight"));
    m_text->setPlaceholderText(tr("Text to highlight"));
    name(m_case, tr("Match upper and lower case"));
    name(m_regex, tr("Regular expression"));
    name(m_color, tr("Colour"));
    name(m_extent, tr("What is coloured"));
    name(m_up, tr("Up: counts before the others"));
    name(m_down, tr("Down"));
    name(m_remove, tr("Remove this rule"));
    const QSignalBlocker quiet(m_color);
    const QSignalBlocker quietToo(m_extent);
    for (int i = 0; i < LogHighlight::colors; ++i)
        m_color->setItemText(i, highlightColorName(static_cast<LogHighlight::Color>(i)));
    m_extent->setItemText(0, tr("what matches"));
    m_extent->setItemText(1, tr("whole line"));
}

void HighlightRow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace tropero
