// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/screen.h"

#include "cli/terminaltext.h"

namespace tropero {

using namespace Qt::StringLiterals;

Screen::Screen(Console& console) : m_console(console)
{
    m_console.print(u"\x1b[?1049h\x1b[?25l"); // xterm: the alternate screen, without a cursor
    m_console.flush();
}

Screen::~Screen()
{
    m_console.print(u"\x1b[?25h\x1b[?1049l");
    m_console.flush();
}

bool Screen::paint(const QStringList& lines)
{
    const platform::TerminalSize size = m_console.size();
    QString text = u"\x1b[?2026h\x1b[H"_s; // terminals that know it show the picture only when it is whole
    const qsizetype count = std::min<qsizetype>(lines.size(), size.rows);
    for (qsizetype i = 0; i < count; ++i)
        text += cutToWidth(lines.at(i), size.columns) + u"\x1b[K"_s + (i + 1 < count ? u"\r\n"_s : QString());
    m_console.print(text + u"\x1b[J\x1b[?2026l"_s);
    return m_console.flush();
}

} // namespace tropero
