// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"

namespace tropero {

/// Whether an app is a Node script, told from its description alone: the interpreter is Node, or none is given and the ending is Node's.
bool looksLikeNode(const AppSpec& spec);

/// True for an app that is certainly run by something else: another interpreter, or another language's ending.
bool looksForeignToNode(const AppSpec& spec);

} // namespace tropero
