// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/otherusers.h"

#include <unistd.h>

namespace tropero::platform {

OtherUsers otherUsers()
{
    return ::geteuid() == 0 ? OtherUsers::Possible : OtherUsers::ByRoot;
}

} // namespace tropero::platform
