// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/console.h"
#include "client/logtail.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <optional>

namespace tropero {

/// How log lines are printed.
struct LogStyle
{
    bool raw = false;        ///< the bytes alone
    bool json = false;       ///< one JSON object for each line
    bool pairs = false;      ///< "timestamp=... app=... id=... type=... message=..." for each line
    QString timeFormat = {};     ///< Qt or day.js style; empty: no time
    QString highlight = {};      ///< shown in reverse where output has colours
};

/// Prints lines of several instances with a prefix that says whose they are.
class LogPrinter
{
public:
    LogPrinter(Console& console, LogStyle style);

    /// Names are aligned to the longest that is known so far.
    void addInstance(int number, const QString& name);
    void print(const LogLine& line);

private:
    using Stream = std::pair<int, bool>;

    void printRaw(const LogLine& line);
    void printJson(const LogLine& line);
    void printPairs(const LogLine& line);
    void printPrefixed(const LogLine& line);
    bool isEndOfBegun(const LogLine& line);
    QByteArray shown(const LogLine& line) const;
    QString prefix(const LogLine& line) const;

    Console& m_console;
    LogStyle m_style;
    bool m_terminal;
    QHash<int, QString> m_names;
    int m_labelWidth = 0;
    std::optional<Stream> m_open;  ///< its begun line is the last thing on the screen
    QSet<Stream> m_begun;          ///< lines that were begun and not ended
};

/// A day.js format ("YYYY-MM-DD HH:mm:ss") as Qt writes it; Qt's own stay as they are.
QString qtTimeFormat(const QString& format);

} // namespace tropero
