// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "platform/terminal.h"

#include <QByteArray>
#include <QString>

namespace tropero {

enum class Colour { None, Green, Red, Yellow, Blue, Magenta, Cyan, Dim, Bold };

/// Standard output and error of the command line. Output is collected and written at once by flush(); messages go to standard error immediately.
class Console
{
public:
    enum class ColourMode { Automatic, Always, Never };

    /// Automatic: colours on a terminal, unless NO_COLOR is set or TERM is "dumb".
    void setColours(ColourMode mode);
    /// Notices and tables are left out; errors and what a command is asked to print stay.
    void setSilent(bool silent) { m_silent = silent; }
    bool isSilent() const { return m_silent; }

    bool isTerminal() const;
    bool isErrorTerminal() const;
    /// Of the terminal; 0 when output goes elsewhere.
    platform::TerminalSize size() const;
    int width() const;

    bool hasColours() const { return m_colours; }
    /// The text in that colour, or as it is when colours are off.
    QString paint(Colour colour, const QString& text) const;
    QString paintError(Colour colour, const QString& text) const;

    void print(QStringView text);
    void printLine(QStringView text = {});
    void printBytes(QByteArrayView bytes) { m_output.append(bytes); }
    /// False when what was printed could not be written.
    bool flush();

    /// "tropero: ..." on standard error.
    void error(const Error& error);
    void warning(const QString& text);
    /// A line for people beside the result, on standard error; nothing when silent.
    void note(const QString& text);

private:
    void complain(const QString& text);

    QByteArray m_output;
    bool m_colours = false;
    bool m_errorColours = false;
    bool m_silent = false;
    bool m_failed = false;
};

} // namespace tropero
