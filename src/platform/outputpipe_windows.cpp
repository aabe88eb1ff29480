// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/outputpipe_windows.h"

#include "platform/files.h"
#include "platform/ownersecurity_windows.h"
#include "platform/systemerror.h"

#include <QCoreApplication>
#include <QPointer>
#include <QUuid>

#include <algorithm>
#include <string>

using namespace Qt::StringLiterals;

namespace tropero::platform {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OutputPipe)
};

constexpr DWORD pipeSize = 64 * 1024;
constexpr DWORD sureToComeMs = 1'000;
constexpr DWORD knownSoonMs = 100; // that a writer has opened it

std::unexpected<Error> pipeFailure(const QString& path)
{
    return systemFailure(::GetLastError(), Text::tr("Cannot make a pipe for the output"), path);
}

} // namespace

OutputPipe::OutputPipe(Stream stream, QObject* parent) : QObject(parent), d(std::make_unique<Private>(this, stream)) {}

OutputPipe::~OutputPipe() = default;

QString OutputPipe::newName(const QString& folder)
{
    return "\\\\.\\pipe\\"_L1 + daemonEndpoint(folder) + u'-' + QUuid::createUuid().toString(QUuid::Id128);
}

OutputPipe::Stream OutputPipe::stream() const
{
    return d->stream;
}

Result<void> OutputPipe::open()
{
    const QString path = newName({});
    if (const Result<void> made = d->make(path); !made) return made;
    d->writing = Handle(::CreateFileW(path.toStdWString().c_str(), GENERIC_WRITE, 0, nullptr, OPEN_EXISTING, 0, nullptr));
    if (!d->writing) return pipeFailure(path);
    return {};
}

Result<void> OutputPipe::openNamed(const QString& path)
{
    return d->make(path);
}

Result<void> OutputPipe::Private::make(const QString& path)
{
    stop();
    held.clear();
    ended = true;
    endSignalled = false;
    OwnerSecurity owner;
    if (!owner.attributes()) return pipeFailure(path);
    reading = Handle(::CreateNamedPipeW(path.toStdWString().c_str(),
                                        PIPE_ACCESS_INBOUND | FILE_FLAG_OVERLAPPED | FILE_FLAG_FIRST_PIPE_INSTANCE,
                                        PIPE_TYPE_BYTE | PIPE_READMODE_BYTE | PIPE_WAIT | PIPE_REJECT_REMOTE_CLIENTS, 1, 0, pipeSize, 0,
                                        owner.attributes()));
    if (!reading) return pipeFailure(path);
    event = Handle(::CreateEventW(nullptr, TRUE, FALSE, nullptr));
    if (!event) return pipeFailure(path);
    buffer.resize(pipeSize);
    request = {};
    request.hEvent = event.get();
    if (!::ConnectNamedPipe(reading.get(), &request) && ::GetLastError() != ERROR_IO_PENDING) return pipeFailure(path);
    asked = Request::Writer;
    ended = false;
    notifier = std::make_unique<QWinEventNotifier>(event.get());
    QObject::connect(notifier.get(), &QWinEventNotifier::activated, q, [this] { turn(); });
    return {};
}

void OutputPipe::Private::stop()
{
    if (notifier) {
        notifier->setEnabled(false);
        notifier.release()->deleteLater(); // this may be its own signal
    }
    if (asked != Request::None) {
        DWORD size = 0;
        ::CancelIoEx(reading.get(), &request);
        ::GetOverlappedResult(reading.get(), &request, &size, TRUE);
        asked = Request::None;
    }
    reading.close();
    writing.close();
    event.close();
}

void OutputPipe::started()
{
    d->writing.close();
    if (d->asked == Private::Request::Writer && ::WaitForSingleObject(d->event.get(), knownSoonMs) == WAIT_OBJECT_0) d->collect();
    if (d->asked == Private::Request::Writer) { // nobody came, and nobody will
        d->stop();
        d->ended = true;
    }
    d->turnLater();
}

void OutputPipe::Private::collect()
{
    if (asked == Request::None) return;
    if (!::GetOverlappedResult(reading.get(), &request, &arrived, FALSE)) {
        if (::GetLastError() == ERROR_IO_INCOMPLETE) return;
        ended = true;
    } else if (asked == Request::Bytes) {
        held.append(buffer.data(), static_cast<qsizetype>(arrived));
    }
    asked = Request::None;
    ::ResetEvent(event.get());
}

void OutputPipe::Private::ask()
{
    if (asked != Request::None || ended || !reading || held.size() >= static_cast<qsizetype>(pipeSize)) return;
    request = {};
    request.hEvent = event.get();
    if (::ReadFile(reading.get(), buffer.data(), pipeSize, nullptr, &request) || ::GetLastError() == ERROR_IO_PENDING)
        asked = Request::Bytes;
    else
        ended = true;
}

void OutputPipe::Private::pump()
{
    for (;;) {
        collect();
        if (asked == Request::Bytes) {
            // Bytes that are in the pipe already, or its end, complete the request in a moment: who drains a pipe must not miss them. Nor
            // those that left it for the request a moment ago: Wine says so to who waits, be it for no time.
            DWORD waiting = 0;
            const bool quiet = ::PeekNamedPipe(reading.get(), nullptr, 0, nullptr, &waiting, nullptr) && waiting == 0;
            if (::WaitForSingleObject(event.get(), quiet ? 0 : sureToComeMs) != WAIT_OBJECT_0) return;
            continue;
        }
        ask();
        if (asked != Request::Bytes) return;
    }
}

bool OutputPipe::Private::isDue() const
{
    return wanted && (!held.isEmpty() || (ended && !endSignalled));
}

void OutputPipe::Private::turn()
{
    pump();
    if (!isDue()) return;
    const QPointer<OutputPipe> alive(q);
    const bool atEndNow = q->atEnd();
    Q_EMIT q->readyRead();
    if (!alive) return;
    endSignalled = endSignalled || (atEndNow && q->atEnd());
    pump();
    turnLater();
}

void OutputPipe::Private::turnLater()
{
    if (turnQueued || !isDue()) return;
    turnQueued = true;
    QMetaObject::invokeMethod(
        q,
        [this] {
            turnQueued = false;
            turn();
        },
        Qt::QueuedConnection);
}

QByteArray OutputPipe::read(qint64 maxBytes)
{
    if (d->held.isEmpty()) d->pump();
    const QByteArray bytes = d->held.first(std::min(static_cast<qsizetype>(maxBytes), d->held.size()));
    d->held.remove(0, bytes.size());
    if (d->wanted) d->ask();
    return bytes;
}

Result<qint64> OutputPipe::moveTo(int, qint64)
{
    return failure(ErrorCode::Unsupported, Text::tr("Cannot move the output to the log file directly"));
}

bool OutputPipe::atEnd() const
{
    return d->ended && d->held.isEmpty();
}

qint64 OutputPipe::bytesAvailable() const
{
    d->pump(); // what a request has taken from the pipe is in neither place yet
    DWORD waiting = 0;
    if (d->reading && !d->ended) ::PeekNamedPipe(d->reading.get(), nullptr, 0, nullptr, &waiting, nullptr);
    return static_cast<qint64>(waiting) + d->held.size();
}

void OutputPipe::setReading(bool on)
{
    d->wanted = on;
    if (on) d->ask();
    d->turnLater();
}

} // namespace tropero::platform
