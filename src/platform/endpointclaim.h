// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>

#include <memory>

namespace tropero::platform {

/// The name of an endpoint in this process's hand, for as long as this object lives: what listens there is of this process, and only this user's
/// programs on this machine can reach it. On Unix the private folder of the socket says that already.
class EndpointClaim
{
public:
    EndpointClaim();
    ~EndpointClaim();
    EndpointClaim(EndpointClaim&& other) noexcept;
    EndpointClaim& operator=(EndpointClaim&& other) noexcept;
    EndpointClaim(const EndpointClaim&) = delete;
    EndpointClaim& operator=(const EndpointClaim&) = delete;

    /// Take it before listening, and let it go with the listening. Errors: AlreadyExists when another program has taken that name, those of ensurePrivateFolder().
    static Result<EndpointClaim> take(const QString& endpoint);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tropero::platform
