// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/elidedcombobox.h"

#include <QHelpEvent>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QTextDocument>
#include <QToolTip>

namespace tropero {

namespace {

constexpr int besideText = 2; // styles leave a pixel at both ends

} // namespace

ElidedComboBox::ElidedComboBox(QWidget* parent) : QComboBox(parent)
{
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
}

QString ElidedComboBox::shownText() const
{
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const int room = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this).width() - besideText;
    return fontMetrics().elidedText(currentText(), Qt::ElideRight, room);
}

bool ElidedComboBox::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || shownText() == currentText()) return QComboBox::event(event);
    const QString text = toolTip().isEmpty() ? currentText() : currentText() + QLatin1Char('\n') + toolTip();
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), Qt::mightBeRichText(text) ? text.toHtmlEscaped() : text, this);
    return true;
}

void ElidedComboBox::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    option.currentText = shownText();
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

} // namespace tropero
