// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/logviewaccessible.h"

#include "desktop/logview.h"

namespace tropero {

namespace {

/// The row that is at some place of the view now.
class SeenRowAccessible : public QAccessibleInterface
{
public:
    SeenRowAccessible(LogView& view, int place) : m_view(view), m_place(place) {}

    bool isValid() const override { return m_place < m_view.seenRows().size(); }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_view.window()->windowHandle(); }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(&m_view); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    void setText(QAccessible::Text, const QString&) override {}

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_view.spokenText(seen().row) : QString();
    }
    QRect rect() const override
    {
        if (!isValid()) return {};
        const QRect place = seen().place;
        return {m_view.viewport()->mapToGlobal(place.topLeft()), place.size()};
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.readOnly = true;
        state.invalid = !isValid();
        state.focused = isValid() && m_view.hasFocus() && seen().row == m_view.currentRow();
        return state;
    }

private:
    LogView::SeenRow seen() const { return m_view.seenRows().at(m_place); }

    LogView& m_view;
    int m_place;
};

} // namespace

LogViewAccessible::LogViewAccessible(LogView& view) : QAccessibleWidget(&view, QAccessible::List), m_view(view) {}

LogViewAccessible::~LogViewAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_rows))
        QAccessible::deleteAccessibleInterface(id);
}

int LogViewAccessible::childCount() const
{
    return static_cast<int>(m_view.seenRows().size());
}

QAccessibleInterface* LogViewAccessible::child(int index) const
{
    if (index < 0 || index >= childCount()) return nullptr;
    auto row = m_rows.constFind(index);
    if (row == m_rows.cend()) row = m_rows.insert(index, QAccessible::registerAccessibleInterface(new SeenRowAccessible(m_view, index)));
    return QAccessible::accessibleInterface(*row);
}

int LogViewAccessible::indexOfChild(const QAccessibleInterface* child) const
{
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row)
        if (QAccessible::accessibleInterface(*row) == child) return row.key();
    return -1;
}

QAccessibleInterface* LogViewAccessible::childAt(int x, int y) const
{
    const QPoint point = m_view.viewport()->mapFromGlobal(QPoint(x, y));
    const QList<LogView::SeenRow> rows = m_view.seenRows();
    for (qsizetype i = 0; i < rows.size(); ++i)
        if (rows.at(i).place.contains(point)) return child(static_cast<int>(i));
    return nullptr;
}

QAccessibleInterface* LogViewAccessible::focusChild() const
{
    const QList<LogView::SeenRow> rows = m_view.seenRows();
    for (qsizetype i = 0; i < rows.size(); ++i)
        if (rows.at(i).row == m_view.currentRow()) return child(static_cast<int>(i));
    return nullptr;
}

} // namespace tropero
