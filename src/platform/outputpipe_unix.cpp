// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/outputpipe_unix.h"

#include "platform/lasterror_unix.h"
#include "platform/systemerror.h"

#include <QCoreApplication>
#include <QFile>
#include <QPointer>
#include <QUuid>

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

namespace tropero::platform {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OutputPipe)
};

constexpr int grownSize = 1024 * 1024;
constexpr int usualSize = 64 * 1024;

// Descriptors 0 to 2 would be overwritten while the child sets up its own.
bool moveAboveStandard(Descriptor& descriptor)
{
    if (descriptor.get() > 2) return true;
    descriptor = Descriptor(::fcntl(descriptor.get(), F_DUPFD_CLOEXEC, 3));
    return static_cast<bool>(descriptor);
}

// The end of the file may have moved towards its beginning when somebody emptied it; going on at the old
// position would leave a hole.
void seekToEnd(int target)
{
    ::lseek(target, 0, SEEK_END);
}

} // namespace

OutputPipe::OutputPipe(Stream stream, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(this, stream))
{
}

OutputPipe::~OutputPipe()
{
    d->removeName();
}

QString OutputPipe::newName(const QString& folder)
{
    return folder + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::Id128);
}

OutputPipe::Stream OutputPipe::stream() const
{
    return d->stream;
}

Result<void> OutputPipe::open()
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return systemFailure(lastError(), Text::tr("Cannot make a pipe for the output"), {});
    return d->take(Descriptor(ends[0]), Descriptor(ends[1]));
}

Result<void> OutputPipe::openNamed(const QString& path)
{
    const QByteArray name = QFile::encodeName(path);
    ::unlink(name.constData());
    if (::mkfifo(name.constData(), 0600) != 0)
        return systemFailure(lastError(), Text::tr("Cannot make a pipe for the output"), path);
    d->removeName();
    d->name = name;
    Descriptor reading(::open(name.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW));
    // A writing end of our own, so that there is no end of the stream before the other process has opened it.
    Descriptor writing(::open(name.constData(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!reading || !writing) return systemFailure(lastError(), Text::tr("Cannot make a pipe for the output"), path);
    return d->take(std::move(reading), std::move(writing));
}

Result<void> OutputPipe::Private::take(Descriptor readingEnd, Descriptor writingEnd)
{
    notifier.reset();
    held.clear();
    reading = std::move(readingEnd);
    writing = std::move(writingEnd);
    ended = endSignalled = grown = false;
    if (!moveAboveStandard(reading) || !moveAboveStandard(writing))
        return systemFailure(lastError(), Text::tr("Cannot make a pipe for the output"), {});
    ::fcntl(reading.get(), F_SETFL, O_NONBLOCK);
    notifier = std::make_unique<QSocketNotifier>(reading.get(), QSocketNotifier::Read);
    QObject::connect(notifier.get(), &QSocketNotifier::activated, q, [this] { activated(); });
    updateReading();
    return {};
}

void OutputPipe::Private::removeName()
{
    if (!name.isEmpty()) ::unlink(name.constData());
    name.clear();
}

void OutputPipe::started()
{
    d->writing.close();
    d->removeName();
}

bool OutputPipe::Private::readsOn() const
{
    return wanted && !endSignalled;
}

void OutputPipe::Private::updateReading()
{
    if (notifier) notifier->setEnabled(readsOn());
    if (held.isEmpty() || !readsOn() || wakeQueued) return;
    // The notifier knows nothing of what is held here.
    wakeQueued = true;
    QMetaObject::invokeMethod(
        q,
        [this] {
            wakeQueued = false;
            if (!held.isEmpty() && readsOn()) activated();
        },
        Qt::QueuedConnection);
}

void OutputPipe::Private::activated()
{
    const QPointer<OutputPipe> alive(q);
    const bool atEndNow = q->atEnd();
    Q_EMIT q->readyRead();
    if (!alive) return;
    endSignalled = endSignalled || (atEndNow && q->atEnd());
    updateReading();
}

// Only who floods gets a large pipe: the sum of a user's pipes is limited, and beyond it everybody's new
// pipes become tiny.
void OutputPipe::Private::growIfFull()
{
    if (grown) return;
    int waiting = 0;
    if (::ioctl(reading.get(), FIONREAD, &waiting) != 0 || waiting < usualSize) return;
    ::fcntl(reading.get(), F_SETPIPE_SZ, grownSize);
    grown = true;
}

QByteArray OutputPipe::read(qint64 maxBytes)
{
    if (!d->held.isEmpty()) {
        const QByteArray bytes =
            d->held.first(std::min<qsizetype>(static_cast<qsizetype>(maxBytes), d->held.size()));
        d->held.remove(0, bytes.size());
        return bytes;
    }
    if (!d->reading || d->ended || maxBytes <= 0) return {};
    d->growIfFull();
    int waiting = 0;
    ::ioctl(d->reading.get(), FIONREAD, &waiting);
    QByteArray bytes(static_cast<qsizetype>(std::clamp<qint64>(waiting, 1, maxBytes)), Qt::Uninitialized);
    ssize_t count = -1;
    do {
        count = ::read(d->reading.get(), bytes.data(), static_cast<size_t>(bytes.size()));
    } while (count < 0 && errno == EINTR);
    d->ended = count == 0;
    bytes.truncate(std::max<ssize_t>(count, 0));
    return bytes;
}

Result<qint64> OutputPipe::Private::flushHeld(int target)
{
    qint64 moved = 0;
    while (!held.isEmpty()) {
        const ssize_t count = ::write(target, held.constData(), static_cast<size_t>(held.size()));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0 && moved > 0) break;
        if (count < 0)
            return systemFailure(lastError(), Text::tr("Cannot write the output to the log file"), {});
        held.remove(0, count);
        moved += count;
    }
    return moved;
}

// For targets that splice() cannot write to.
Result<qint64> OutputPipe::Private::copy(int target, qint64 maxBytes)
{
    qint64 moved = 0;
    while (moved < maxBytes) {
        held = q->read(std::min<qint64>(maxBytes - moved, usualSize));
        if (held.isEmpty()) break;
        const Result<qint64> written = flushHeld(target);
        if (!written && moved == 0) return written;
        if (!written) break;
        moved += *written;
        if (!held.isEmpty()) break;
    }
    return moved;
}

Result<qint64> OutputPipe::moveTo(int fileDescriptor, qint64 maxBytes)
{
    if (!d->reading || maxBytes <= 0) return 0;
    seekToEnd(fileDescriptor);
    qint64 moved = 0;
    if (!d->held.isEmpty()) {
        const Result<qint64> written = d->flushHeld(fileDescriptor);
        d->updateReading();
        if (!written || !d->held.isEmpty()) return written;
        moved = *written;
    }
    if (d->ended) return moved;
    d->growIfFull();
    while (moved < maxBytes) {
        const ssize_t count =
            ::splice(d->reading.get(), nullptr, fileDescriptor, nullptr,
                     static_cast<size_t>(maxBytes - moved), SPLICE_F_MOVE | SPLICE_F_NONBLOCK);
        if (count > 0) {
            moved += count;
            continue;
        }
        if (count == 0) {
            d->ended = true;
            break;
        }
        if (errno == EINTR) continue;
        if (errno == EAGAIN) break;
        if (errno == EINVAL || errno == ENOSYS) {
            const Result<qint64> copied = d->copy(fileDescriptor, maxBytes - moved);
            d->updateReading();
            if (copied) return moved + *copied;
            if (moved == 0) return copied;
            break;
        }
        // What was moved before counts; the next call meets the same error again.
        if (moved > 0) break;
        return systemFailure(lastError(), Text::tr("Cannot write the output to the log file"), {});
    }
    return moved;
}

bool OutputPipe::atEnd() const
{
    if (!d->held.isEmpty()) return false;
    if (d->ended || !d->reading) return true;
    struct pollfd state
    {
        d->reading.get(), POLLIN, 0
    };
    return ::poll(&state, 1, 0) == 1 && (state.revents & POLLHUP) && !(state.revents & POLLIN);
}

qint64 OutputPipe::bytesAvailable() const
{
    int waiting = 0;
    if (d->reading) ::ioctl(d->reading.get(), FIONREAD, &waiting);
    return waiting + d->held.size();
}

void OutputPipe::setReading(bool on)
{
    d->wanted = on;
    d->updateReading();
}

} // namespace tropero::platform
