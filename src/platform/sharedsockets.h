// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tropero::platform {

/// Whether a client is reset when one of the processes that accept from a shared socket closes its share. Elsewhere another of them gets the client.
bool sharedSocketsReset();

} // namespace tropero::platform
