// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/taskbar.h"

namespace tropero::platform {

// The desktop file says all of this (installer/linux/tropero.desktop).

void setTaskbarIdentity()
{
}

void setTaskbarBadge(quintptr, const TaskbarBadge&)
{
}

Result<void> setTaskbarMenu(const TaskbarMenu&)
{
    return {};
}

} // namespace tropero::platform
