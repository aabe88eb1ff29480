// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Marks a function that runs between fork and exec. The child shares its parent's memory then (vfork), so
// such functions use bare system calls: wrappers of the C library or of a sanitizer would leave their traces
// in the parent.
#define TROPERO_CHILD_SIDE __attribute__((no_sanitize("address", "thread", "undefined")))

namespace tropero::platform::childside {

/// Default handling for every signal, none blocked.
void resetSignals();
/// All descriptors from that one on go at exec. They stay open until then: the parent is told through one of them
/// whether exec worked.
void closeOthersAtExec(int first = 3);
/// dup2()
bool duplicate(int descriptor, int target);
/// A copy with a number of at least that; -1 when there is none.
int duplicateFrom(int descriptor, int least);

} // namespace tropero::platform::childside
