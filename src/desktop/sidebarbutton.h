// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace tropero {

class Theme;

/// One entry of the side bar: symbol, title, and a number at the right edge.
class SideBarButton : public QToolButton
{
    Q_OBJECT

public:
    explicit SideBarButton(Theme& theme, QWidget* parent = nullptr);

    void setCount(int count);
    void setNarrow(bool narrow);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    int m_count = -1;
    bool m_narrow = false;
};

} // namespace tropero
