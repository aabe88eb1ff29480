// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/processes.h"

#include <QList>
#include <QString>
#include <QVariant>

namespace tropero {

/// A column of the page of processes or of ports.
struct SystemColumn
{
    QString key = {};       ///< stable, for settings
    QString title = {};     ///< translated
    QString widest = {};    ///< a sample that is as wide as the text usually gets
    bool isNumber = false;  ///< right-aligned, in tabular figures
    bool isName = false;    ///< with the row's detail dimmed beside it
    bool stretches = false; ///< takes the room that is left
    int leaves = 0;         ///< gives way when the page gets narrow, the smallest first; 0: never
};

/// One row, worked out: what it shows and what it stands for.
struct SystemRow
{
    QString key;             ///< the same row in the next look
    QStringList texts;       ///< for each column
    QList<QVariant> values;  ///< for sorting
    QString detail;          ///< dimmed beside the name
    QString toolTip;
    QString search;          ///< what words of the filter are looked for in
    QList<int> ports;
    platform::ProcessId process; ///< pid 0: not known
    bool isJavaScript = false;
    bool isOwn = false;

    bool operator==(const SystemRow&) const = default;
};

} // namespace tropero
