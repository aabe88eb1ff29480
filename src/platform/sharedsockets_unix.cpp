// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sharedsockets.h"

namespace tropero::platform {

bool sharedSocketsReset()
{
    return false;
}

} // namespace tropero::platform
