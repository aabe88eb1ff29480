// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logpieces.h"

#include "client/logsegments.h"

#include <QFileInfo>

#include <algorithm>
#include <cstring>

namespace tropero {

qint64 countFeeds(QByteArrayView bytes)
{
    // Eight bytes at a time: a zero byte of the difference becomes a one, and the ones of each place are added up.
    constexpr quint64 low7 = 0x7f7f7f7f7f7f7f7fULL;
    constexpr quint64 feeds = 0x0a0a0a0a0a0a0a0aULL;
    constexpr quint64 even = 0x00ff00ff00ff00ffULL;
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    qint64 count = 0;
    while (end - at >= 8) {
        quint64 sum = 0;
        for (int words = static_cast<int>(std::min<qint64>((end - at) / 8, 255)); words > 0; --words, at += 8) {
            quint64 word;
            std::memcpy(&word, at, sizeof(word));
            word ^= feeds;
            sum += ~(((word & low7) + low7) | word | low7) >> 7;
        }
        count += static_cast<qint64>((((sum & even) + ((sum >> 8) & even)) * 0x0001000100010001ULL) >> 48);
    }
    for (; at < end; ++at)
        count += *at == '\n' ? 1 : 0;
    return count;
}

QString locateLogPiece(const LogPiece& piece)
{
    if (piece.identity == 0 || firstLogTime(piece.path) == piece.identity)
        return QFileInfo::exists(piece.path) ? piece.path : QString();
    for (const LogSegment& segment : logSegments(piece.path))
        if (segment.firstTime == piece.identity) return segment.path;
    return {};
}

} // namespace tropero
