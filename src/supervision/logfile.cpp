// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/logfile.h"

#include "platform/outputpipe.h"
#include "supervision/captureclock.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

constexpr qint64 copyChunk = 64 * 1024;
constexpr int stillThereEveryMs = 1'000;
constexpr int rotationRetryMs = 60'000;
constexpr qint64 nanosecondsPerMillisecond = 1'000'000;

qint64 nowNanoseconds()
{
    return QDateTime::currentMSecsSinceEpoch() * nanosecondsPerMillisecond;
}

} // namespace

LogFile::LogFile(QString path, const Limits& limits) : m_path(std::move(path)), m_limits(limits) {}

LogOutcome LogFile::append(platform::OutputPipe& pipe, qint64 maxBytes, CaptureClock& clock, const void* stream)
{
    LogOutcome outcome;
    const qint64 waiting = std::min(pipe.bytesAvailable(), maxBytes);
    if (waiting <= 0)
        return outcome;
    if (const Result<void> ready = makeReady(); !ready) {
        outcome.error = ready.error();
        return outcome;
    }
    const qint64 chunk = std::min(waiting, room());
    // The entry comes first: a reader that sees the bytes must find their time.
    record(clock, stream);
    const Result<qint64> moved = pipe.moveTo(m_file.descriptor(), chunk);
    if (moved) {
        outcome.stored = *moved;
        m_size += *moved;
        return outcome;
    }
    if (moved.error().code != ErrorCode::Unsupported) {
        outcome.error = moved.error();
        return outcome;
    }
    return write(pipe.read(std::min(chunk, copyChunk)), clock, stream);
}

LogOutcome LogFile::appendLines(QByteArrayView lines, CaptureClock& clock, const void* stream)
{
    LogOutcome outcome;
    while (!lines.isEmpty()) {
        if (const Result<void> ready = makeReady(); !ready) {
            outcome.error = ready.error();
            break;
        }
        qint64 part = lines.size();
        if (part > room()) {
            // A line feed on the border or before it, else the line goes to the next file as a whole, else it is cut.
            const qint64 lineEnd = lines.first(room()).lastIndexOf('\n') + 1;
            if (lineEnd == 0 && m_size > 0) {
                const qsizetype first = lines.indexOf('\n') + 1;
                const qint64 lineSize = first > 0 ? first : lines.size();
                if (lineSize <= m_limits.maxSize && !m_rotationFailed.isValid()) {
                    rotate();
                    continue;
                }
            }
            part = lineEnd > 0 ? lineEnd : room();
        }
        const LogOutcome written = write(lines.first(part), clock, stream);
        outcome.stored += written.stored;
        lines = lines.sliced(written.stored);
        if (written.error) {
            outcome.error = written.error;
            break;
        }
    }
    outcome.lost = lines.size();
    return outcome;
}

LogOutcome LogFile::write(QByteArrayView bytes, CaptureClock& clock, const void* stream)
{
    LogOutcome outcome;
    if (bytes.isEmpty())
        return outcome;
    record(clock, stream);
    qint64 written = 0;
    const Result<void> result = m_file.write(bytes, &written);
    outcome.stored = result ? bytes.size() : written;
    outcome.lost = bytes.size() - outcome.stored;
    m_size += outcome.stored;
    if (!result)
        outcome.error = result.error();
    return outcome;
}

Result<void> LogFile::flush()
{
    for (int number = 1; number <= m_limits.keep || QFileInfo::exists(rotatedPath(number)); ++number) {
        QFile::remove(rotatedPath(number));
        QFile::remove(logIndexPath(rotatedPath(number)));
    }
    if (!m_file.isOpen()) {
        if (!QFileInfo::exists(m_path))
            return {};
        if (const Result<void> opened = open(); !opened)
            return opened;
    }
    m_index.clear();
    m_size = 0;
    m_begun = 0;
    return m_file.truncate(0);
}

/// The file is open, is the one at its path, and has room for at least one byte.
Result<void> LogFile::makeReady()
{
    if (m_file.isOpen()) {
        const bool shortened = m_file.size() < m_size;
        bool removed = false;
        if (m_checked.hasExpired(stillThereEveryMs)) {
            removed = !QFileInfo::exists(m_path);
            m_checked.start();
        }
        if (shortened || removed)
            m_file.close();
    }
    if (!m_file.isOpen()) {
        if (const Result<void> opened = open(); !opened)
            return opened;
    }
    if (m_rotationFailed.isValid() && m_rotationFailed.hasExpired(rotationRetryMs))
        m_rotationFailed.invalidate();
    const bool full = m_limits.maxSize > 0 && m_size >= m_limits.maxSize;
    const qint64 maxAge = m_limits.maxAge.count() * nanosecondsPerMillisecond;
    const bool old = maxAge > 0 && m_size > 0 && m_begun > 0 && nowNanoseconds() - m_begun > maxAge;
    if ((full || old) && !m_rotationFailed.isValid())
        rotate();
    return m_file.isOpen() ? Result<void>{} : open();
}

Result<void> LogFile::open()
{
    const QString folder = QFileInfo(m_path).absolutePath();
    if (!QDir().mkpath(folder))
        return failure(ErrorCode::Io, tr("Cannot write the log"), folder, tr("the folder cannot be created"), tr("Check its permissions"));
    Result<platform::AppendFile> file = platform::AppendFile::open(m_path);
    if (!file)
        return std::unexpected(file.error());
    m_file = std::move(*file);
    m_size = m_file.size();
    m_index.open(m_path, m_size);
    m_begun = m_index.firstTime();
    if (m_begun == 0 && m_size > 0)
        m_begun = QFileInfo(m_path).lastModified().toMSecsSinceEpoch() * nanosecondsPerMillisecond;
    m_checked.start();
    return {};
}

void LogFile::rotate()
{
    m_file.close();
    m_index.close();
    bool moved = true;
    if (m_limits.keep <= 0) {
        moved = QFile::remove(m_path);
        QFile::remove(logIndexPath(m_path));
    }
    for (int number = m_limits.keep; number >= 1 && moved; --number) {
        const QString from = number == 1 ? m_path : rotatedPath(number - 1);
        const QString to = rotatedPath(number);
        if (!QFileInfo::exists(from))
            continue;
        QFile::remove(to);
        QFile::remove(logIndexPath(to));
        moved = QFile::rename(from, to);
        if (moved)
            QFile::rename(logIndexPath(from), logIndexPath(to));
    }
    // When it cannot be moved (a folder that may not be written, a reader on Windows), the log grows on and this is tried again later.
    if (!moved)
        m_rotationFailed.start();
    m_size = 0;
    m_begun = 0;
}

qint64 LogFile::room() const
{
    if (m_limits.maxSize <= 0 || m_rotationFailed.isValid())
        return std::numeric_limits<qint64>::max();
    return m_limits.maxSize - m_size;
}

void LogFile::record(CaptureClock& clock, const void* stream)
{
    if (m_index.covers(m_size))
        return;
    clock.raise(m_index.lastTime());
    const std::optional<qint64> time = clock.stamp(stream, m_index.isEmpty());
    if (!time)
        return;
    m_index.append({m_size, *time});
    if (m_size == 0 || m_begun == 0)
        m_begun = *time;
}

QString LogFile::rotatedPath(int number) const
{
    return m_path + u'.' + QString::number(number);
}

} // namespace tropero
