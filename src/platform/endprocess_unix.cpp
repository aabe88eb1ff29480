// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/endprocess.h"

using namespace Qt::StringLiterals;

namespace tropero::platform {

qint64 lastSystemPid()
{
    return 1;
}

Result<void> askToEnd(const ProcessId& process)
{
    return sendSignal(process, u"SIGTERM"_s);
}

} // namespace tropero::platform
