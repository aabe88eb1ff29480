// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

#include <memory>

namespace tropero::platform {

/// Keys of the terminal as they are pressed: no line is waited for, and nothing is echoed. Ctrl+C stays the request to end that it is. The terminal
/// is as it was before once this object is gone.
class TerminalKeys : public QObject
{
    Q_OBJECT

public:
    explicit TerminalKeys(QObject* parent = nullptr);
    ~TerminalKeys() override;

Q_SIGNALS:
    /// What one or several keys send, as of ECMA-48 and xterm: "q", "\x1b[A".
    void typed(const QByteArray& bytes);
    /// The terminal is gone; nothing follows.
    void ended();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tropero::platform
