// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/handle_windows.h"
#include "platform/outputpipe.h"

#include <QWinEventNotifier>

#include <vector>

namespace tropero::platform {

/// A pipe that this end reads ahead of its reader, one portion at a time: Windows has no other way to be told that something can be read.
struct OutputPipe::Private
{
    enum class Request { None, Writer, Bytes };

    Private(OutputPipe* owner, Stream kind) : q(owner), stream(kind) {}
    ~Private() { stop(); }

    Result<void> make(const QString& path);
    /// The system writes into the buffer until the request has ended.
    void stop();
    void ask();
    void collect();
    /// Takes what is there, as far as there is room.
    void pump();
    bool isDue() const;
    void turn();
    void turnLater();

    OutputPipe* q;
    Stream stream;
    Handle reading;
    Handle writing; ///< for the process that is to be started
    Handle event;
    OVERLAPPED request{};
    Request asked = Request::None;
    std::vector<char> buffer;
    DWORD arrived = 0; ///< bytes in it
    std::unique_ptr<QWinEventNotifier> notifier;
    QByteArray held;    ///< read and not yet taken
    bool wanted = true; ///< by setReading()
    bool ended = true;
    bool endSignalled = false;
    bool turnQueued = false;
};

} // namespace tropero::platform
