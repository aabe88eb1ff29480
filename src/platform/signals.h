// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace tropero::platform {

/// Termination requests of the system as a Qt signal: SIGTERM, SIGINT, SIGHUP, SIGQUIT through a pipe into the event loop
/// (Windows: console control events). One object for each process.
class TerminationSignals : public QObject
{
    Q_OBJECT

public:
    explicit TerminationSignals(QObject* parent = nullptr);
    ~TerminationSignals() override;

Q_SIGNALS:
    /// By convention the program then ends with exit code 128 + signal number.
    void requested(int signalNumber);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tropero::platform
