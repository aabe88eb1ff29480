// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tropero::platform {

/// Whether a program can be run as another user than the one of this process.
enum class OtherUsers {
    Possible,   ///< this is root
    ByRoot,     ///< by root only, and this is not
    Impossible, ///< not on this system
};
OtherUsers otherUsers();

} // namespace tropero::platform
