// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/terminalkeys.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>

#include <termios.h>
#include <unistd.h>

namespace tropero::platform {

struct TerminalKeys::Private
{
    QSocketNotifier notifier{STDIN_FILENO, QSocketNotifier::Read};
    struct termios before = {};
    bool changed = false;
};

TerminalKeys::TerminalKeys(QObject* parent) : QObject(parent), d(std::make_unique<Private>())
{
    if (::tcgetattr(STDIN_FILENO, &d->before) == 0) {
        struct termios wanted = d->before;
        wanted.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
        wanted.c_cc[VSUSP] = _POSIX_VDISABLE; // the shell would come back to a terminal that was left as it is now
        wanted.c_cc[VMIN] = 1;
        wanted.c_cc[VTIME] = 0;
        d->changed = ::tcsetattr(STDIN_FILENO, TCSANOW, &wanted) == 0;
    }
    connect(&d->notifier, &QSocketNotifier::activated, this, [this] {
        std::array<char, 256> buffer;
        const ssize_t count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
        if (count > 0) {
            Q_EMIT typed(QByteArray(buffer.data(), count));
        } else if (count == 0 || (errno != EINTR && errno != EAGAIN)) {
            d->notifier.setEnabled(false);
            Q_EMIT ended();
        }
    });
}

TerminalKeys::~TerminalKeys()
{
    if (d->changed) ::tcsetattr(STDIN_FILENO, TCSANOW, &d->before);
}

} // namespace tropero::platform
