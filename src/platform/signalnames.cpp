// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/signalnames.h"

#include "core/nearest.h"
#include "platform/processes.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tropero::platform {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Processes)
};

constexpr int highestSignal = 64;

} // namespace

Result<int> signalNumber(const QString& signal)
{
    const QString wanted = signal.trimmed().toUpper();
    bool isNumber = false;
    const int number = wanted.toInt(&isNumber);
    if (isNumber && number > 0 && number <= highestSignal) return number;
    const QString bare = wanted.startsWith("SIG"_L1) ? wanted.sliced(3) : wanted;
    QStringList known;
    for (const NamedSignal& candidate : namedSignals()) {
        if (candidate.name == bare) return candidate.number;
        known.append("SIG"_L1 + candidate.name);
    }
    const QString nearest = nearestMatch("SIG"_L1 + bare, known);
    return failure(ErrorCode::InvalidArgument, Text::tr("Unknown signal"), signal,
                   isNumber ? Text::tr("signals have the numbers 1 to %1").arg(highestSignal)
                            : Text::tr("there is no signal of that name"),
                   nearest.isEmpty()
                       ? Text::tr("Known are for example SIGINT, SIGTERM, SIGKILL, SIGHUP and SIGUSR2")
                       : Text::tr("Did you mean %1?").arg(nearest));
}

QString signalName(int number)
{
    const auto signals = namedSignals();
    const auto found = std::ranges::find(signals, number, &NamedSignal::number);
    return found == signals.end() ? QString::number(number) : QString("SIG"_L1 + found->name);
}

} // namespace tropero::platform
