// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>

#include <sys/types.h>

#include <vector>

namespace tropero::platform {

/// What a child becomes before it runs its program.
struct Identity
{
    bool changes = false;
    uid_t user = 0;
    gid_t group = 0;
    std::vector<gid_t> groups; ///< supplementary ones
};

/// User and group by name or number; empty: as this process. Looked up before the fork, because that may read
/// files and ask servers. NotFound for unknown ones, PermissionDenied when it is another user or group and
/// this process is not root's.
Result<Identity> resolveIdentity(const QString& user, const QString& group);

/// Name of an account; its number as text when it has none. May read files and ask servers.
QString userName(uid_t user);

} // namespace tropero::platform
