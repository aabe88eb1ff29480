// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/outputpipe.h"

#include <QPointer>
#include <QProcess>

namespace tropero::platform {

struct OutputPipe::Private
{
    QProcess::ProcessChannel channel() const
    {
        return stream == Stream::Out ? QProcess::StandardOutput : QProcess::StandardError;
    }
    /// Takes the process whose channel this pipe stands for.
    void attach(OutputPipe* pipe, QProcess* source);

    Stream stream = Stream::Out;
    QPointer<QProcess> process;
    bool opened = false;
    bool ended = false; ///< nothing more will come in
    bool wanted = true; ///< by setReading()
};

} // namespace tropero::platform
