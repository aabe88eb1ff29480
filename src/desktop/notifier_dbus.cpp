// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/busnotifier.h"

namespace tropero {

std::unique_ptr<Notifier> makeSystemNotifier()
{
    return std::make_unique<BusNotifier>([] { return QDBusConnection::sessionBus(); });
}

} // namespace tropero
