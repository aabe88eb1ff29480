// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/launchsection.h"

#include "desktop/theme.h"

#include <QEvent>
#include <QVBoxLayout>

namespace tropero {

LaunchSection::LaunchSection(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(theme.scaled(12), theme.scaled(16), theme.scaled(22), theme.scaled(16));
    m_column->setSpacing(theme.scaled(12));
}

void LaunchSection::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace tropero
