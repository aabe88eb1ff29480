// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/shortcutsheet.h"

#include "desktop/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>

namespace tropero {

using namespace Qt::StringLiterals;

ShortcutSheet::ShortcutSheet(const QList<ShortcutLine>& lines, Theme& theme, QWidget* parent) : QDialog(parent)
{
    setObjectName(u"shortcutSheet"_s);
    setWindowTitle(tr("Keyboard shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* sheet = new QWidget;
    sheet->setObjectName(u"settingsContent"_s);
    auto* grid = new QGridLayout(sheet);
    grid->setContentsMargins(theme.scaled(20), theme.scaled(16), theme.scaled(20), theme.scaled(20));
    grid->setHorizontalSpacing(theme.scaled(32));
    grid->setVerticalSpacing(theme.scaled(6));
    grid->setColumnStretch(0, 1);
    QString section;
    int row = 0;
    for (const ShortcutLine& line : lines) {
        if (line.section != section) {
            section = line.section;
            auto* title = new QLabel(section, sheet);
            title->setObjectName(u"sectionTitle"_s);
            if (row > 0) title->setContentsMargins(0, theme.scaled(12), 0, 0);
            grid->addWidget(title, row++, 0, 1, 2);
        }
        auto* keys = new QLabel(line.keys.toString(QKeySequence::NativeText), sheet);
        keys->setObjectName(u"keys"_s);
        grid->addWidget(new QLabel(line.title, sheet), row, 0);
        grid->addWidget(keys, row++, 1, Qt::AlignRight);
    }
    grid->setRowStretch(row, 1);
    auto* area = new QScrollArea(this);
    area->setObjectName(u"settingsPage"_s);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(sheet);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(area);
    resize(std::min(theme.scaled(460), parent->width()), std::min(theme.scaled(560), parent->height()));
}

} // namespace tropero
