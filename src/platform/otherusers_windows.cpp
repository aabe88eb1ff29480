// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/otherusers.h"

namespace tropero::platform {

OtherUsers otherUsers()
{
    return OtherUsers::Impossible;
}

} // namespace tropero::platform
