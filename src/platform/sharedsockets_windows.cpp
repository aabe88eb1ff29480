// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sharedsockets.h"

namespace tropero::platform {

bool sharedSocketsReset()
{
    // A connection is given to one of them before it has been seen, and not taken back.
    return true;
}

} // namespace tropero::platform
