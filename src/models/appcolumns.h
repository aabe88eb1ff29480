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
    using TimeStep = std::function<qint64(const AppRow& row, qint64 now)>;
    using Same = std::function<bool(const AppRow& a, const AppRow& b)>;

    QString key;           ///< stable, for settings
    QString title;         ///< translated
    bool isNumber = false; ///< right-aligned, in tabular figures
    bool hasCurve = false; ///< the last minute is drawn in front of the figure
    bool shownAtFirst = true;
    QString widest; ///< a sample that is as wide as the text usually gets
    Value value;    ///< raw, for sorting
    Text text;      ///< formatted, for display
    TimeStep step;  ///< when set: as long as this stays the same, the passing of time leaves the text alone
    Same same;      ///< neither value nor text differ; cheaper than comparing these
};

enum AppColumnIndex {
    NameColumn,
    StateColumn,
    ModeColumn,
    NumberColumn,
    PidColumn,
    UptimeColumn,
    RestartsColumn,
    CpuColumn,
    MemoryColumn,
    PortsColumn,
    WatchColumn,
    BranchColumn,
};

/// In the order of AppColumnIndex. Titles are in the language at the time of the call.
QList<AppColumn> appColumns();

} // namespace tropero
