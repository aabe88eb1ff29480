// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMessageBox;

namespace tropero {

/// Puts a box that is about to be shown into our form: the question stands out, and text and buttons share their edges.
void layOutQuestion(QMessageBox& box);

} // namespace tropero
