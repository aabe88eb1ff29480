// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace tropero {

/// How this system compares paths and names of environment variables: without case on Windows, exactly elsewhere.
Qt::CaseSensitivity systemNameCase();

} // namespace tropero
