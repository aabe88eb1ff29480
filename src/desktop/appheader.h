// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace tropero {

class Theme;

/// Column titles that stand exactly over their column's text, with the mark of the sort order beside them.
class AppHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit AppHeader(Theme& theme, QWidget* parent = nullptr);

    /// Titles over curves stand at their left; without curves over the figures.
    void setCurvesShown(bool shown) { m_curvesShown = shown; }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;

private:
    Theme& m_theme;
    bool m_curvesShown = true;
};

} // namespace tropero
