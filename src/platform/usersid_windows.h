// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

namespace tropero::platform {

/// The security identifier of the user who runs a process, as text ("S-1-5-21-..."); empty when it may not be
/// known.
QString userSidOf(qint64 pid);
QString ownUserSid();
/// Who owns an open object of the system, e.g. a pipe; empty when that may not be read.
QString ownerSidOf(void* handle);

} // namespace tropero::platform
