// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/machineprocesses.h"

#include <functional>

class QMessageBox;
class QWidget;

namespace tropero {

/// The question before processes are ended: which, where, and what it means when Tropero looks after them. Cancelling is the default.
/// `end` is called when the answer is to end them. Deletes itself when closed.
QMessageBox* endQuestion(const QList<MachineProcess>& processes, bool tree, QWidget* parent, const std::function<void()>& end);

} // namespace tropero
