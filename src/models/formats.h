// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instancestate.h"

#include <QString>

namespace tropero {

/// Values for people, in the words and the number format of the default locale.

/// "-" as typeset for "no value".
QString noValue();
/// "42 s", "12 m", "2 h 14 m", "3 d 2 h".
QString uptimeText(qint64 milliseconds);
/// "24.8 %".
QString percentText(double percent);
/// "402 MB": powers of 1024, at most four figures.
QString memoryText(qint64 bytes);
/// "Online", "Gave up", ...: one word or two.
QString stateText(InstanceState state);

} // namespace tropero
