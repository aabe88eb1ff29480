// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/signals.h"

#include "platform/signalpipe_unix.h"

#include <csignal>
#include <vector>

namespace tropero::platform {

struct TerminationSignals::Private
{
    std::unique_ptr<SignalPipe> pipe;
};

TerminationSignals::TerminationSignals(QObject* parent) : QObject(parent), d(std::make_unique<Private>())
{
    std::vector<int> wanted;
    for (const int number : {SIGTERM, SIGINT, SIGHUP, SIGQUIT}) {
        struct sigaction current
        {
        };
        // What was ignored from the start (nohup, background jobs of a script) stays ignored.
        if (::sigaction(number, nullptr, &current) == 0 &&
            ((current.sa_flags & SA_SIGINFO) || current.sa_handler != SIG_IGN))
            wanted.push_back(number);
    }
    d->pipe = std::make_unique<SignalPipe>(wanted);
    connect(d->pipe.get(), &SignalPipe::received, this, &TerminationSignals::requested);
}

TerminationSignals::~TerminationSignals() = default;

} // namespace tropero::platform
