// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/notifier.h"

namespace tropero {

std::unique_ptr<Notifier> makeSystemNotifier()
{
    return nullptr;
}

} // namespace tropero
