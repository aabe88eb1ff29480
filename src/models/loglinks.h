// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace tropero {

/// A place in a line that leads somewhere: an address of the web, or a file with a line number as stack traces have it.
struct LogLink
{
    qsizetype start = 0;
    qsizetype length = 0;
    QString target; ///< address, or path as written
    int line = 0;   ///< 0: target is an address
    int column = 0;

    bool isFile() const { return line > 0; }
};

/// Only http and https, and files with a line number; takes a time that grows with the length only.
QList<LogLink> findLogLinks(const QString& text);

} // namespace tropero
