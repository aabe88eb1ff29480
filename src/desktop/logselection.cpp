// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/logselection.h"

namespace tropero {

void LogSelection::begin(LogPosition at)
{
    m_anchor = at;
    m_caret = at;
}

void LogSelection::extend(LogPosition at)
{
    if (!m_anchor) m_anchor = at;
    m_caret = at;
}

void LogSelection::rowsInserted(int first, int count)
{
    if (!m_anchor) return;
    for (LogPosition* position : {&*m_anchor, &m_caret}) {
        if (position->row >= first) position->row += count;
    }
}

void LogSelection::rowsRemoved(int first, int count)
{
    if (!m_anchor) return;
    for (LogPosition* position : {&*m_anchor, &m_caret}) {
        if (position->row >= first + count)
            position->row -= count;
        else if (position->row >= first)
            *position = {first, 0};
    }
}

} // namespace tropero
