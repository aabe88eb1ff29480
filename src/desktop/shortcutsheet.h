// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QKeySequence>

namespace tropero {

class Theme;

struct ShortcutLine
{
    QString section;
    QString title;
    QKeySequence keys;
};

/// All keys on one sheet.
class ShortcutSheet : public QDialog
{
    Q_OBJECT

public:
    ShortcutSheet(const QList<ShortcutLine>& lines, Theme& theme, QWidget* parent);
};

} // namespace tropero
