// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/descriptor_unix.h"

#include <QObject>
#include <QSocketNotifier>

#include <memory>
#include <span>

namespace tropero::platform {

/// Signals of the system brought into the event loop: the handler writes the number into a pipe. A handler
/// that was installed before comes back when the last object for a signal goes; for SIGCHLD it is called
/// meanwhile, too.
class SignalPipe : public QObject
{
    Q_OBJECT

public:
    SignalPipe(std::span<const int> signalNumbers, QObject* parent = nullptr);
    ~SignalPipe() override;

Q_SIGNALS:
    /// Once for each signal that was delivered; several of a kind may have become one.
    void received(int signalNumber);

private:
    void readNumbers();

    Descriptor m_reading;
    Descriptor m_writing;
    QList<int> m_numbers;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace tropero::platform
