// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/socketlaunch.h"

using namespace Qt::StringLiterals;

namespace tropero {

LaunchPlan withSockets(LaunchPlan plan, const QString& guardProgram, int count, const QStringList& names)
{
    plan.arguments = QStringList{u"--with-sockets"_s, QString::number(count), names.join(u':'), u"--"_s, plan.program} + plan.arguments;
    plan.program = guardProgram;
    return plan;
}

} // namespace tropero
