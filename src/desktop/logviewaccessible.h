// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>
#include <QHash>

namespace tropero {

class LogView;

/// The rows of a log that are seen, as a list; the current one has the focus.
class LogViewAccessible : public QAccessibleWidget
{
public:
    explicit LogViewAccessible(LogView& view);
    ~LogViewAccessible() override;

    int childCount() const override;
    QAccessibleInterface* child(int index) const override;
    int indexOfChild(const QAccessibleInterface* child) const override;
    QAccessibleInterface* childAt(int x, int y) const override;
    QAccessibleInterface* focusChild() const override;

private:
    LogView& m_view;
    mutable QHash<int, QAccessible::Id> m_rows; ///< made when asked for; by place from the top
};

} // namespace tropero
