// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/logprinter.h"
#include "cli/session.h"

#include <QList>

namespace tropero {

/// What of the logs is shown.
struct LogWishes
{
    QString target = {};         ///< empty: all apps
    QList<int> numbers = {};     ///< only these, if any
    int lines = 15;
    bool out = true;
    bool errors = true;
    bool follow = true;
    LogStyle style = {};
};

/// Prints the last lines and follows until Ctrl+C. Returns the exit code.
int showLogs(Session& session, const LogWishes& wishes);

} // namespace tropero
