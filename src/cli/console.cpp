// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console.h"

#include <QCoreApplication>

#include <cstdio>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

QLatin1StringView codeOf(Colour colour)
{
    switch (colour) {
    case Colour::Green: return "32"_L1;
    case Colour::Red: return "31"_L1;
    case Colour::Yellow: return "33"_L1;
    case Colour::Blue: return "34"_L1;
    case Colour::Magenta: return "35"_L1;
    case Colour::Cyan: return "36"_L1;
    case Colour::Dim: return "2"_L1;
    case Colour::Bold: return "1"_L1;
    case Colour::None: break;
    }
    return {};
}

QString painted(bool on, Colour colour, const QString& text)
{
    return on && colour != Colour::None ? "\x1b["_L1 + codeOf(colour) + u'm' + text + "\x1b[0m"_L1 : text;
}

bool mayColour()
{
    return qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
}

} // namespace

void Console::setColours(ColourMode mode)
{
    m_colours = mode == ColourMode::Always || (mode == ColourMode::Automatic && isTerminal() && mayColour());
    m_errorColours = mode == ColourMode::Always || (mode == ColourMode::Automatic && isErrorTerminal() && mayColour());
}

bool Console::isTerminal() const
{
    return platform::isTerminal(platform::StandardStream::Out);
}

bool Console::isErrorTerminal() const
{
    return platform::isTerminal(platform::StandardStream::Error);
}

platform::TerminalSize Console::size() const
{
    return platform::terminalSize(platform::StandardStream::Out);
}

int Console::width() const
{
    return size().columns;
}

QString Console::paint(Colour colour, const QString& text) const
{
    return painted(m_colours, colour, text);
}

QString Console::paintError(Colour colour, const QString& text) const
{
    return painted(m_errorColours, colour, text);
}

void Console::print(QStringView text)
{
    m_output += text.toUtf8();
}

void Console::printLine(QStringView text)
{
    m_output += text.toUtf8();
    m_output += '\n';
}

bool Console::flush()
{
    if (!m_output.isEmpty()) {
        const auto size = static_cast<std::size_t>(m_output.size());
        m_failed = std::fwrite(m_output.constData(), 1, size, stdout) != size || m_failed;
        m_output.clear();
    }
    m_failed = std::fflush(stdout) != 0 || m_failed;
    return !m_failed;
}

void Console::error(const Error& error)
{
    complain(paintError(Colour::Red, u"tropero:"_s) + u' ' + error.message());
}

void Console::warning(const QString& text)
{
    complain(paintError(Colour::Yellow, QCoreApplication::translate("Console", "tropero: warning:")) + u' ' + text);
}

void Console::note(const QString& text)
{
    if (!m_silent)
        complain(text);
}

void Console::complain(const QString& text)
{
    flush(); // so that both streams stay in order on a terminal
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
    std::fflush(stderr);
}

} // namespace tropero
