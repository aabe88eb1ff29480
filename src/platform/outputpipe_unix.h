// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/descriptor_unix.h"
#include "platform/outputpipe.h"

#include <QSocketNotifier>

namespace tropero::platform {

struct OutputPipe::Private
{
    explicit Private(OutputPipe* owner, Stream kind) : q(owner), stream(kind) {}

    bool readsOn() const;
    void updateReading();
    void activated();
    void growIfFull();
    Result<qint64> flushHeld(int target);
    Result<qint64> copy(int target, qint64 maxBytes);

    OutputPipe* q;
    Stream stream;
    Result<void> take(Descriptor readingEnd, Descriptor writingEnd);
    void removeName();

    Descriptor reading;
    Descriptor writing;
    std::unique_ptr<QSocketNotifier> notifier;
    QByteArray name;    ///< of a named pipe that is still in the file system
    QByteArray held;    ///< taken out of the pipe, but refused by the file
    bool wanted = true; ///< by setReading()
    bool ended = false;
    bool endSignalled = false;
    bool grown = false;
    bool wakeQueued = false;
};

} // namespace tropero::platform
