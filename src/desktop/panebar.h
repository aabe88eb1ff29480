// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;

namespace tropero {

class Theme;

/// The bar with the controls of a pane, above what it shows. Does not decide how narrow the window can be.
class PaneBar : public QFrame
{
public:
    /// `margin` beside the controls, `spacing` between them, unscaled.
    PaneBar(const Theme& theme, int margin, int spacing, QWidget* parent);

    QHBoxLayout& row() const { return *m_row; }

private:
    QHBoxLayout* m_row;
};

} // namespace tropero
