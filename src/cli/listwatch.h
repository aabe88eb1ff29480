// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/session.h"

#include <functional>

namespace tropero {

/// Paints the text on the whole terminal again and again until "q" or Ctrl+C. Returns the exit code; an error ends it.
int watchText(Session& session, const std::function<Result<QString>()>& text);

} // namespace tropero
