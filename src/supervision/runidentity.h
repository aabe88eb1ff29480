// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace tropero {

/// Whose process a run is.
struct RunIdentity
{
    QString appId;
    int number = 0;     ///< of the instance
    int index = 0;
    int generation = 0; ///< of the instance's runs, from 1: two of them may live at the same time

    /// Value of TROPERO_INSTANCE.
    QString instanceKey() const { return appId + u'/' + QString::number(number); }
    /// Value of TROPERO_RUN, by which a process tree finds the orphans of this run and of no other.
    QByteArray runKey() const { return (instanceKey() + u'/' + QString::number(generation)).toUtf8(); }
};

} // namespace tropero
