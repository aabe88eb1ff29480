// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/listwatch.h"

#include "cli/screen.h"
#include "platform/terminalkeys.h"

#include <QEventLoop>
#include <QTimer>

#include <memory>
#include <optional>

namespace tropero {

namespace {

constexpr int intervalMs = 900;

} // namespace

int watchText(Session& session, const std::function<Result<QString>()>& text)
{
    QEventLoop loop;
    std::optional<Error> problem;
    {
        Screen screen(session.console());
        platform::TerminalKeys keys;
        platform::TerminationSignals termination;
        QTimer timer;
        const auto paint = [&] {
            const auto now = text();
            if (!now) problem = now.error();
            if (!now || !screen.paint(now->split(u'\n'))) loop.exit(1);
        };
        QObject::connect(&timer, &QTimer::timeout, &loop, paint);
        QObject::connect(&termination, &platform::TerminationSignals::requested, &loop, [&loop] { loop.exit(0); });
        QObject::connect(&keys, &platform::TerminalKeys::ended, &loop, [&loop] { loop.exit(1); });
        QObject::connect(&keys, &platform::TerminalKeys::typed, &loop, [&loop](const QByteArray& bytes) {
            if (bytes.contains('q') || bytes == "\x1b" || bytes == "\x04") loop.exit(0);
        });
        timer.start(intervalMs);
        QTimer::singleShot(0, &loop, paint);
        if (const int code = loop.exec(); !problem) return code;
    }
    return session.fail(*problem); // when the terminal is as it was
}

} // namespace tropero
