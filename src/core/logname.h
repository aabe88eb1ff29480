// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tropero {

/// An app's name as part of a file name, as PM2 does it: everything but A-Z a-z 0-9 . - becomes "-". Never empty, "." or "..",
/// at most 100 characters.
QString sanitiseForFileName(const QString& name);

} // namespace tropero
