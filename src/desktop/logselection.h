// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace tropero {

/// A place between two characters of the log.
struct LogPosition
{
    int row = 0;
    int column = 0;

    bool operator==(const LogPosition&) const = default;
    bool operator<(const LogPosition& other) const
    {
        return row != other.row ? row < other.row : column < other.column;
    }
};

/// The selected text of a log: it stays on its lines while rows come and go before them.
class LogSelection
{
public:
    bool isEmpty() const { return !m_anchor || *m_anchor == m_caret; }
    void clear() { m_anchor.reset(); }
    void begin(LogPosition at);
    /// Begins at `at` when nothing was begun.
    void extend(LogPosition at);
    LogPosition first() const { return m_anchor && *m_anchor < m_caret ? *m_anchor : m_caret; }
    LogPosition last() const { return m_anchor && m_caret < *m_anchor ? *m_anchor : m_caret; }

    void rowsInserted(int first, int count);
    void rowsRemoved(int first, int count);

private:
    std::optional<LogPosition> m_anchor;
    LogPosition m_caret;
};

} // namespace tropero
