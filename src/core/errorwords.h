// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

namespace tropero {

/// An Error that another process made in English, in the language of now: each part that is a text of ours by itself, or one of the known sentences
/// about starting a process with something filled in. All else stays.
Error translated(const Error& error);

} // namespace tropero
