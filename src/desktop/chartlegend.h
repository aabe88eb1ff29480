// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QWidget>

namespace tropero {

class Theme;

/// Which colour is whose, in one line; what does not fit is counted.
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    struct Entry
    {
        QString label;
        QColor color;

        bool operator==(const Entry&) const = default;
    };

    explicit ChartLegend(Theme& theme, QWidget* parent = nullptr);

    void setEntries(const QList<Entry>& entries);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    QList<Entry> m_entries;
};

} // namespace tropero
