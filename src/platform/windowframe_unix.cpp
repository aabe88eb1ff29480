// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windowframe.h"

namespace tropero::platform {

void setDarkFrame(quintptr, bool)
{
    // The desktop's own theme paints the frame.
}

void letOthersComeForward()
{
}

} // namespace tropero::platform
