// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/outputpipe_windows.h"

#include <QCoreApplication>

namespace tropero::platform {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OutputPipe)
};

} // namespace

OutputPipe::OutputPipe(Stream stream, QObject* parent) : QObject(parent), d(std::make_unique<Private>())
{
    d->stream = stream;
}

OutputPipe::~OutputPipe() = default;

OutputPipe::Stream OutputPipe::stream() const
{
    return d->stream;
}

Result<void> OutputPipe::open()
{
    if (d->process) d->process->disconnect(this);
    d->process = nullptr;
    d->opened = true;
    d->ended = false;
    return {};
}

Result<void> OutputPipe::openNamed(const QString& path)
{
    return failure(ErrorCode::Unsupported, Text::tr("Cannot make a pipe for the output"), path,
                   Text::tr("named pipes for workers are not available on Windows yet"));
}

void OutputPipe::started() {}

void OutputPipe::Private::attach(OutputPipe* pipe, QProcess* source)
{
    process = source;
    const auto announce = [this, pipe] {
        if (wanted) Q_EMIT pipe->readyRead();
    };
    const auto end = [this, announce] {
        ended = true;
        announce();
    };
    if (stream == Stream::Out)
        QObject::connect(source, &QProcess::readyReadStandardOutput, pipe, announce);
    else
        QObject::connect(source, &QProcess::readyReadStandardError, pipe, announce);
    // QProcess has read its channels to the end by then.
    QObject::connect(source, &QProcess::finished, pipe, end);
    QObject::connect(source, &QProcess::errorOccurred, pipe, [end](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) end();
    });
}

QByteArray OutputPipe::read(qint64 maxBytes)
{
    QProcess* const process = d->process.data();
    if (!process) return {};
    process->setReadChannel(d->channel());
    return process->read(maxBytes);
}

Result<qint64> OutputPipe::moveTo(int, qint64)
{
    return failure(ErrorCode::Unsupported, Text::tr("Cannot move the output to the log file directly"));
}

bool OutputPipe::atEnd() const
{
    return d->opened && d->ended && bytesAvailable() == 0;
}

qint64 OutputPipe::bytesAvailable() const
{
    QProcess* const process = d->process.data();
    if (!process) return 0;
    process->setReadChannel(d->channel());
    return process->bytesAvailable();
}

void OutputPipe::setReading(bool on)
{
    d->wanted = on;
    if (on && (bytesAvailable() > 0 || d->ended))
        QMetaObject::invokeMethod(this, &OutputPipe::readyRead, Qt::QueuedConnection);
}

} // namespace tropero::platform
