// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace tropero::ipc {

/// Cuts a byte stream into lines. Holds at most maxLine bytes: a longer line is a Protocol error, after which the stream is unusable.
class LineFramer
{
public:
    explicit LineFramer(qint64 maxLine);

    Result<void> append(QByteArrayView bytes);
    /// The next whole line without its line feed (and a carriage return before it); nothing when none is complete.
    std::optional<QByteArray> next();

private:
    qint64 m_maxLine;
    QByteArray m_buffer;
    qsizetype m_start = 0;   ///< of the first line not yet taken
    qsizetype m_scanned = 0; ///< no line feed before this position
};

} // namespace tropero::ipc
