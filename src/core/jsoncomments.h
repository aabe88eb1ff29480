// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace tropero {

/// JSON with // and /* */ comments and trailing commas made plain JSON: those bytes become spaces (line breaks stay),
/// so that offsets and lines in error messages still fit. Strings are left alone.
QByteArray withoutJsonComments(const QByteArray& text);

} // namespace tropero
