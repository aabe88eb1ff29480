// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/endpointclaim.h"

#include "platform/handle_windows.h"
#include "platform/ownersecurity_windows.h"
#include "platform/systemerror.h"

#include <QCoreApplication>

#include <string>

using namespace Qt::StringLiterals;

namespace tropero::platform {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Endpoint)
};

constexpr DWORD bufferSize = 4096;
constexpr int attempts = 60;
constexpr DWORD pauseMs = 50;

} // namespace

// The first instance of a pipe decides who may open it and who may make further ones, which are QLocalServer's. It is connected with itself, so
// that no client waits at it.
struct EndpointClaim::Private
{
    Handle instance;
    Handle client;
};

EndpointClaim::EndpointClaim() = default;
EndpointClaim::~EndpointClaim() = default;
EndpointClaim::EndpointClaim(EndpointClaim&& other) noexcept = default;
EndpointClaim& EndpointClaim::operator=(EndpointClaim&& other) noexcept = default;

Result<EndpointClaim> EndpointClaim::take(const QString& endpoint)
{
    const QString what = Text::tr("Cannot listen for clients");
    const std::wstring path = ("\\\\.\\pipe\\"_L1 + endpoint).toStdWString();
    OwnerSecurity owner;
    if (!owner.attributes()) return systemFailure(::GetLastError(), what, endpoint);
    EndpointClaim claim;
    claim.d = std::make_unique<Private>();
    // The name stays for a moment after its server: until the last of its clients has noticed.
    for (int attempt = 0; !claim.d->instance && attempt < attempts; ++attempt) {
        if (attempt > 0) ::Sleep(pauseMs);
        claim.d->instance = Handle(::CreateNamedPipeW(path.c_str(), PIPE_ACCESS_DUPLEX | FILE_FLAG_OVERLAPPED | FILE_FLAG_FIRST_PIPE_INSTANCE,
                                                      PIPE_TYPE_BYTE | PIPE_READMODE_BYTE | PIPE_WAIT, PIPE_UNLIMITED_INSTANCES, bufferSize,
                                                      bufferSize, 0, owner.attributes()));
        if (!claim.d->instance && ::GetLastError() != ERROR_ACCESS_DENIED) break;
    }
    if (!claim.d->instance && ::GetLastError() == ERROR_ACCESS_DENIED)
        return failure(ErrorCode::AlreadyExists, what, endpoint, Text::tr("another program has taken the name of the pipe"),
                       Text::tr("End that program; it may be a daemon that is just ending"));
    if (!claim.d->instance) return systemFailure(::GetLastError(), what, endpoint);
    claim.d->client = Handle(::CreateFileW(path.c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr, OPEN_EXISTING, 0, nullptr));
    if (claim.d->client) return claim;
    // A client that waits for us was faster: it is sent away, and comes again.
    if (::GetLastError() != ERROR_PIPE_BUSY || !::DisconnectNamedPipe(claim.d->instance.get())) return systemFailure(::GetLastError(), what, endpoint);
    return claim;
}

} // namespace tropero::platform
