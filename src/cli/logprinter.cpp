// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/logprinter.h"

#include "cli/displaywidth.h"
#include "cli/orderedvalue.h"
#include "cli/terminaltext.h"

#include <QDateTime>

#include <array>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array palette{Colour::Cyan, Colour::Green, Colour::Magenta, Colour::Yellow, Colour::Blue};

QDateTime timeOf(const LogLine& line)
{
    return QDateTime::fromMSecsSinceEpoch(line.time / 1'000'000);
}

} // namespace

QString qtTimeFormat(const QString& format)
{
    QString result = format;
    result.replace("YYYY"_L1, "yyyy"_L1).replace("YY"_L1, "yy"_L1).replace("DD"_L1, "dd"_L1).replace("SSS"_L1, "zzz"_L1).replace("A"_L1, "AP"_L1);
    return result.replace("T"_L1, "'T'"_L1);
}

LogPrinter::LogPrinter(Console& console, LogStyle style)
    : m_console(console)
    , m_style(std::move(style))
    , m_terminal(console.isTerminal())
{
    m_style.timeFormat = qtTimeFormat(m_style.timeFormat);
}

void LogPrinter::addInstance(int number, const QString& name)
{
    m_names.insert(number, name);
    m_labelWidth = std::max(m_labelWidth, displayWidth(QString::number(number)) + 1 + displayWidth(name));
}

void LogPrinter::print(const LogLine& line)
{
    if (m_style.json)
        printJson(line);
    else if (m_style.pairs)
        printPairs(line);
    else if (m_style.raw)
        printRaw(line);
    else
        printPrefixed(line);
}

void LogPrinter::printRaw(const LogLine& line)
{
    m_console.printBytes(shown(line));
    if (!line.partial)
        m_console.printBytes("\n");
}

QByteArray LogPrinter::shown(const LogLine& line) const
{
    const QByteArray text = m_terminal ? harmlessText(line.text) : line.text;
    if (m_style.highlight.isEmpty() || !m_console.hasColours())
        return text;
    return withHighlights(QString::fromUtf8(harmlessText(line.text)), m_style.highlight).toUtf8();
}

/// For the forms of one record a line: whether this only ends a line whose pieces were printed before.
bool LogPrinter::isEndOfBegun(const LogLine& line)
{
    const Stream stream{line.number, line.isError};
    const bool onlyEnds = m_begun.contains(stream) && line.text.isEmpty() && !line.partial;
    if (line.partial)
        m_begun.insert(stream);
    else
        m_begun.remove(stream);
    return onlyEnds;
}

void LogPrinter::printPairs(const LogLine& line)
{
    if (isEndOfBegun(line))
        return;
    QString text;
    if (line.time != 0) {
        const QString format = m_style.timeFormat.isEmpty() ? u"yyyy-MM-dd-HH:mm:ss"_s : m_style.timeFormat;
        text += u"timestamp="_s + timeOf(line).toString(format) + u' ';
    }
    text += u"app="_s + m_names.value(line.number) + u" id="_s + QString::number(line.number) + (line.isError ? u" type=err message="_s : u" type=out message="_s);
    m_console.printBytes(text.toUtf8() + shown(line) + '\n');
}

void LogPrinter::printJson(const LogLine& line)
{
    if (isEndOfBegun(line))
        return;
    OrderedValue record = OrderedValue::object();
    record.insert(u"message"_s, QString::fromUtf8(line.text));
    if (line.time != 0)
        record.insert(u"timestamp"_s, timeOf(line).toUTC().toString(Qt::ISODateWithMs));
    record.insert(u"type"_s, line.isError ? u"err"_s : u"out"_s);
    record.insert(u"process_id"_s, line.number);
    record.insert(u"app_name"_s, m_names.value(line.number));
    m_console.printBytes(compactJson(record) + '\n');
}

void LogPrinter::printPrefixed(const LogLine& line)
{
    const Stream stream{line.number, line.isError};
    const bool continues = m_open == stream;
    const bool onlyEnds = m_begun.contains(stream) && line.text.isEmpty() && !line.partial;
    if (!continues && m_open)
        m_console.printBytes("\n");
    if (!continues && onlyEnds) {
        m_begun.remove(stream);
        m_open.reset();
        return;
    }
    if (!continues)
        m_console.print(prefix(line));
    m_console.printBytes(shown(line));
    if (line.partial) {
        m_begun.insert(stream);
        m_open = stream;
    } else {
        m_begun.remove(stream);
        m_open.reset();
        m_console.printBytes("\n");
    }
}

QString LogPrinter::prefix(const LogLine& line) const
{
    const QString label = QString::number(line.number) + u'|' + m_names.value(line.number);
    const QString blanks(std::max(0, m_labelWidth - displayWidth(label)), u' ');
    const Colour colour = palette.at(static_cast<std::size_t>(std::max(0, line.number)) % palette.size());
    QString text = m_console.paint(colour, label + blanks) + ' '_L1;
    if (!m_style.timeFormat.isEmpty() && line.time != 0)
        text += m_console.paint(Colour::Dim, timeOf(line).toString(m_style.timeFormat)) + u' ';
    return text + m_console.paint(line.isError ? Colour::Red : Colour::Dim, u"|"_s) + u' ';
}

} // namespace tropero
