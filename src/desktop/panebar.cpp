// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/panebar.h"

#include "desktop/theme.h"

#include <QHBoxLayout>

namespace tropero {

using namespace Qt::StringLiterals;

PaneBar::PaneBar(const Theme& theme, int margin, int spacing, QWidget* parent) : QFrame(parent), m_row(new QHBoxLayout(this))
{
    setObjectName(u"logBar"_s);
    setFixedHeight(theme.scaled(41));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_row->setContentsMargins(theme.scaled(margin), 0, theme.scaled(margin), 0);
    m_row->setSpacing(theme.scaled(spacing));
}

} // namespace tropero
