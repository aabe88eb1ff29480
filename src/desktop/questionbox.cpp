// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/questionbox.h"

#include <QGridLayout>
#include <QLabel>
#include <QMessageBox>

namespace tropero {

using namespace Qt::StringLiterals;

void layOutQuestion(QMessageBox& box)
{
    if (auto* question = box.findChild<QLabel*>(u"qt_msgbox_label"_s)) {
        QFont font = question->font();
        font.setWeight(QFont::DemiBold);
        question->setFont(font);
    }
    auto* const grid = qobject_cast<QGridLayout*>(box.layout());
    if (!grid) return;
    const int margin = box.fontMetrics().height();
    grid->setContentsMargins(margin, margin, margin, margin);
    // Qt indents the text of a box without a symbol, but not its buttons.
    QLayoutItem* const first = grid->itemAtPosition(0, 0);
    if (QSpacerItem* const indent = first ? first->spacerItem() : nullptr) indent->changeSize(1, 0, QSizePolicy::Fixed, QSizePolicy::Fixed); // a column without any width is stretched by wide buttons
    grid->invalidate();
}

} // namespace tropero
