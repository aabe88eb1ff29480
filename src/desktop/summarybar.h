// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/herdsummary.h"

#include <QWidget>

namespace tropero {

class Theme;

/// All apps in one line: how many in which state, CPU and memory together.
class SummaryBar : public QWidget
{
    Q_OBJECT

public:
    explicit SummaryBar(Theme& theme, QWidget* parent = nullptr);

    void setSummary(const HerdSummary& summary);
    QSize sizeHint() const override;
    /// What is shown with less room: how many in which state, without the figures.
    int countsWidth() const;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Part;
    QList<Part> counts() const;
    QList<Part> parts() const;
    int widthOf(const QList<Part>& parts) const;

    Theme& m_theme;
    HerdSummary m_summary;
};

} // namespace tropero
