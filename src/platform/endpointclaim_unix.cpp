// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/endpointclaim.h"

#include "platform/files.h"

namespace tropero::platform {

struct EndpointClaim::Private
{
};

EndpointClaim::EndpointClaim() = default;
EndpointClaim::~EndpointClaim() = default;
EndpointClaim::EndpointClaim(EndpointClaim&& other) noexcept = default;
EndpointClaim& EndpointClaim::operator=(EndpointClaim&& other) noexcept = default;

Result<EndpointClaim> EndpointClaim::take(const QString& endpoint)
{
    if (const Result<void> prepared = prepareEndpoint(endpoint); !prepared) return std::unexpected(prepared.error());
    return EndpointClaim();
}

} // namespace tropero::platform
