// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/approw.h"

#include <QList>
#include <QString>
#include <QVariant>

#include <functional>

namespace tropero {

/// One column of the tree of apps, described once: the model, the header and the view's settings all read it
/// here.
struct AppColumn
{
    using Value = std::function<QVariant(const AppRow& row, qint64 now)>;
    using Text = std::function<QString(const AppRow& row, qint64 now)>;

    QString key;                ///< stable, for settings
    QString title;              ///< translated
    bool isNumber = false;      ///< right-aligned, in tabular figures
    bool dependsOnTime = false; ///< its text changes by itself as time passes
    bool shownAtFirst = true;
    QString widest; ///< a sample that is as wide as the text usually gets
    Value value;    ///< raw, for sorting
    Text text;      ///< formatted, for display
};

enum AppColumnIndex {
    NameColumn,
    StateColumn,
    NumberColumn,
    PidColumn,
    UptimeColumn,
    RestartsColumn,
    CpuColumn,
    MemoryColumn,
    PortsColumn,
};

/// In the order of AppColumnIndex. Titles are in the language at the time of the call.
QList<AppColumn> appColumns();

} // namespace tropero
