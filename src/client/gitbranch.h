// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tropero {

/// The branch that is checked out where `folder` lies, or the first digits of a commit; empty where there is no repository. Reads two or
/// three small files and starts no process; work trees and submodules, whose `.git` is a file, included.
QString gitBranch(const QString& folder);

} // namespace tropero
