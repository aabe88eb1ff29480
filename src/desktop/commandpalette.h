// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/palettemodel.h"

#include <QDialog>

class QLineEdit;
class QListView;

namespace tropero {

class Theme;

/// Every action and app by typing a part of its name; Return does the chosen one.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    CommandPalette(QList<PaletteEntry> entries, Theme& theme, QWidget* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void runRow(int row);

    PaletteModel m_model;
    QLineEdit* m_field;
    QListView* m_list;
};

} // namespace tropero
