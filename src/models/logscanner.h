// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/logtail.h"
#include "models/logscanstream.h"

#include <vector>

namespace tropero {

/// Finds the lines of several files in the order of capture: first from their end backwards, so that the newest are
/// known at once, then what is written.
class LogScanner
{
public:
    explicit LogScanner(const QList<LogTail::Source>& sources);

    int streams() const { return static_cast<int>(m_streams.size()); }

    /// About that many bytes of each file further back. delta.complete when the begin is reached.
    void readOlder(qint64 bytes, LogDelta& delta);

    struct Look
    {
        bool more = false;      ///< look again soon
        bool truncated = false; ///< a file was emptied: nothing known is true any longer
        bool continued = false; ///< an open line has got more text
    };
    Look readNewer(LogDelta& delta);

private:
    std::vector<LogScanStream> m_streams;
    LogDelta m_opened;
    int m_pieces = 0;
    bool m_held = false; ///< lines were held back for order at the last look
};

} // namespace tropero
