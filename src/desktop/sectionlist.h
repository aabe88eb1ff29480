// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace tropero {

class Theme;

/// The pages of a dialog at its left: title, a number in a pill, and a mark where something is wrong.
class SectionList : public QListWidget
{
    Q_OBJECT

public:
    explicit SectionList(Theme& theme, QWidget* parent = nullptr);

    void addSection(const QString& title);
    void setTitle(int row, const QString& title);
    /// Not above 0: no pill.
    void setCount(int row, int count);
    void setProblem(int row, const QString& problem);
    /// Only the first one can be gone to.
    void setOnlyFirst(bool on);
    QSize sizeHint() const override;
};

} // namespace tropero
