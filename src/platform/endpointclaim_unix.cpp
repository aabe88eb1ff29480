// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/endpointclaim.h"

#include "platform/files.h"

#include <QFileInfo>

namespace tropero::platform {

namespace {

/// Nobody else can put a socket in that place: its folder exists and is private.
Result<void> prepareEndpoint(const QString& endpoint)
{
    return ensurePrivateFolder(QFileInfo(endpoint).path());
}

} // namespace

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
