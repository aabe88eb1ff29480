// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ansitext.h"

#include <QByteArray>

namespace tropero {

/// One row of a log: a line of output, or a mark between the lines ("restarted: exit code 1").
struct LogRow
{
    enum class Kind { Output, Mark };
    enum class Tone { Calm, Warning, Bad }; ///< of a mark

    Kind kind = Kind::Output;
    Tone tone = Tone::Calm;
    QByteArray text; ///< bytes of a line, perhaps only its begin; UTF-8 of a mark
    qint64 time = 0; ///< nanoseconds since the epoch; 0 unknown
    bool isError = false;
    bool isGone = false; ///< its file has been removed
    int number = -1;
    AnsiStyle style; ///< what earlier lines of the stream left switched on
};

} // namespace tropero
