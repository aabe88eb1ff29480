// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/lineframer.h"

#include <QCoreApplication>

namespace tropero::ipc {

using namespace Qt::StringLiterals;

LineFramer::LineFramer(qint64 maxLine) : m_maxLine(maxLine) {}

Result<void> LineFramer::append(QByteArrayView bytes)
{
    if (m_start > 0) {
        m_buffer.remove(0, m_start);
        m_scanned -= m_start;
        m_start = 0;
    }
    m_buffer.append(bytes);
    // The first line may have grown over many calls, the last one goes on growing; those between came whole in these bytes.
    const qsizetype firstFeed = m_buffer.indexOf('\n', m_scanned);
    const qsizetype first = firstFeed < 0 ? m_buffer.size() : firstFeed;
    const qsizetype unfinished = m_buffer.size() - m_buffer.lastIndexOf('\n') - 1;
    if (first > m_maxLine || unfinished > m_maxLine) {
        m_buffer.clear();
        m_scanned = 0;
        return failure(ErrorCode::Protocol, QCoreApplication::translate("Protocol", "Message refused"), {},
                       QCoreApplication::translate("Protocol", "it is longer than %1 bytes").arg(m_maxLine));
    }
    return {};
}

std::optional<QByteArray> LineFramer::next()
{
    const qsizetype feed = m_buffer.indexOf('\n', m_scanned);
    if (feed < 0) {
        m_scanned = m_buffer.size();
        return std::nullopt;
    }
    qsizetype end = feed;
    if (end > m_start && m_buffer.at(end - 1) == '\r') --end;
    QByteArray line = m_buffer.mid(m_start, end - m_start);
    m_start = m_scanned = feed + 1;
    return line;
}

} // namespace tropero::ipc
