// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace tropero {

/// The widget that Tab comes to after `from` (before it, if not `forwards`) as the window is read: in the order of its layouts, from the end to the
/// begin again. Null when there is no other. Qt's own chain is in the order in which widgets were made, and pages are made when first shown.
QWidget* tabNeighbour(QWidget& window, QWidget* from, bool forwards);

} // namespace tropero
