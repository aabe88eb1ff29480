// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/console.h"
#include "core/instancestatus.h"

#include <QList>
#include <QStringList>

namespace tropero {

/// One instance as "monit" shows it.
struct MonitoredInstance
{
    QString name;
    QString mode;
    InstanceStatus status;
    QList<double> cpu; ///< of the last seconds, newest last; percent of one core
};

/// What "monit" shows at one moment.
struct MonitorPicture
{
    QList<MonitoredInstance> instances;
    int chosen = -1;   ///< number of the instance whose log is shown
    QStringList log;   ///< its last lines, newest last, fit for a terminal
    int logOffset = 0; ///< lines between the end of the log and the last one in view; more than there are is as many as there are
    QString message;   ///< what the last key did, or what is wrong; takes the place of the keys
    bool alarming = false;
};

/// The picture as at most `size.rows` lines for Screen: sums, the instances around the chosen one, what is known of it, its log, the keys. `now` is
/// milliseconds since the epoch.
QStringList monitorLines(const MonitorPicture& picture, platform::TerminalSize size, qint64 now, const Console& console);

/// One character for each value, as high as it is compared to the highest one or to 10 %, whatever is more; the newest `width` of them.
QString sparkText(const QList<double>& values, int width);

} // namespace tropero
