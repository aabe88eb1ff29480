// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tropero {

/// Tells assistive programs what our own widgets are: a log is a list of lines, a chart a chart, a notice a message. Once for the program; more often
/// does no harm.
void installAccessibleRoles();

} // namespace tropero
