// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/signalpipe_unix.h"

#include <fcntl.h>

#include <array>
#include <atomic>
#include <bitset>
#include <cerrno>
#include <csignal>

namespace tropero::platform {

namespace {

constexpr int signalLimit = 65;
constexpr int pipeLimit = 8;

// A signal handler can reach nothing but static data. Each entry is a descriptor + 1; 0: unused.
std::array<std::array<std::atomic<int>, pipeLimit>, signalLimit> pipesOf;
std::array<struct sigaction, signalLimit> previousAction;

void callPrevious(int number, siginfo_t* info, void* context)
{
    const struct sigaction& previous = previousAction[static_cast<size_t>(number)];
    if (previous.sa_flags & SA_SIGINFO) {
        if (previous.sa_sigaction) previous.sa_sigaction(number, info, context);
    } else if (previous.sa_handler != SIG_DFL && previous.sa_handler != SIG_IGN) {
        previous.sa_handler(number);
    }
}

void handle(int number, siginfo_t* info, void* context)
{
    const int savedError = errno;
    const auto byte = static_cast<unsigned char>(number);
    for (const auto& pipe : pipesOf[static_cast<size_t>(number)])
        if (const int entry = pipe.load(std::memory_order_relaxed); entry > 0)
            // A full pipe wakes the reader just as well.
            [[maybe_unused]]
            const ssize_t count = ::write(entry - 1, &byte, 1);
    // Others may wait for children as well; but what somebody else does to end the program is what this
    // replaces.
    if (number == SIGCHLD) callPrevious(number, info, context);
    errno = savedError;
}

bool isInstalled(int number)
{
    struct sigaction current
    {
    };
    return ::sigaction(number, nullptr, &current) == 0 && (current.sa_flags & SA_SIGINFO) &&
           current.sa_sigaction == handle;
}

bool isUsed(int number)
{
    for (const auto& pipe : pipesOf[static_cast<size_t>(number)])
        if (pipe > 0) return true;
    return false;
}

void add(int number, int descriptor)
{
    // Somebody may have put a handler before ours; that one then calls ours already.
    if (!isUsed(number)) {
        struct sigaction action
        {
        };
        action.sa_sigaction = handle;
        action.sa_flags = SA_SIGINFO | SA_RESTART | (number == SIGCHLD ? SA_NOCLDSTOP : 0);
        ::sigemptyset(&action.sa_mask);
        if (!isInstalled(number)) ::sigaction(number, &action, &previousAction[static_cast<size_t>(number)]);
    }
    for (auto& pipe : pipesOf[static_cast<size_t>(number)]) {
        int unused = 0;
        if (pipe.compare_exchange_strong(unused, descriptor + 1)) return;
    }
}

void remove(int number, int descriptor)
{
    for (auto& pipe : pipesOf[static_cast<size_t>(number)]) {
        int used = descriptor + 1;
        pipe.compare_exchange_strong(used, 0);
    }
    if (!isUsed(number) && isInstalled(number))
        ::sigaction(number, &previousAction[static_cast<size_t>(number)], nullptr);
}

} // namespace

SignalPipe::SignalPipe(std::span<const int> signalNumbers, QObject* parent)
    : QObject(parent), m_numbers(signalNumbers.begin(), signalNumbers.end())
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return;
    m_reading = Descriptor(ends[0]);
    m_writing = Descriptor(ends[1]);
    m_notifier = std::make_unique<QSocketNotifier>(m_reading.get(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &SignalPipe::readNumbers);
    for (const int number : m_numbers)
        add(number, m_writing.get());
}

SignalPipe::~SignalPipe()
{
    for (const int number : m_numbers)
        remove(number, m_writing.get());
}

void SignalPipe::readNumbers()
{
    std::bitset<signalLimit> numbers;
    unsigned char bytes[256];
    for (ssize_t count = 0; (count = ::read(m_reading.get(), bytes, sizeof bytes)) > 0;)
        for (ssize_t index = 0; index < count; ++index)
            if (bytes[index] < signalLimit) numbers.set(bytes[index]);
    for (int number = 1; number < signalLimit; ++number)
        if (numbers.test(static_cast<size_t>(number))) Q_EMIT received(number);
}

} // namespace tropero::platform
