// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policysentence.h"

#include "core/fieldvalues.h"

#include <QCoreApplication>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr Milliseconds longestSpan{std::chrono::days(365)};
constexpr Milliseconds usualBackoff{100};
constexpr Milliseconds usualDelay{1'000};
constexpr int mostRestarts = 1'000'000;

enum class Pause { None, Fixed, Growing };

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PolicySentence)
};

Pause pauseOf(const RestartPolicy& policy)
{
    if (policy.backoffStart.count() > 0)
        return Pause::Growing;
    return policy.delay.count() > 0 ? Pause::Fixed : Pause::None;
}

SentencePart choice(RestartPart part, const QString& label, const QStringList& choices, int chosen)
{
    return {SentencePart::Kind::Choice, label, part, chosen, 0, static_cast<int>(choices.size()) - 1, choices};
}

SentencePart duration(RestartPart part, const QString& label, Milliseconds value, Milliseconds least, Milliseconds most)
{
    return {SentencePart::Kind::Duration, label, part, value, least, most, {}};
}

SentencePart fieldOf(RestartPart part, const RestartPolicy& policy)
{
    switch (part) {
    case RestartPart::When:
        return choice(part, Texts::tr("When it is started again"),
                      {Texts::tr("whenever it ends", "Start it again ..."), Texts::tr("when it crashes", "Start it again ..."), Texts::tr("never", "Start it again ...")},
                      static_cast<int>(policy.when));
    case RestartPart::Pause:
        return choice(part, Texts::tr("Pause before it"),
                      {Texts::tr("at once", "Start it again when it crashes ..."), Texts::tr("after a pause of", "Start it again when it crashes ..."),
                       Texts::tr("after a growing pause, at first", "Start it again when it crashes ...")},
                      static_cast<int>(pauseOf(policy)));
    case RestartPart::Delay:
        return duration(part, Texts::tr("Length of the pause"), policy.delay, Milliseconds(1), longestTimer);
    case RestartPart::BackoffStart:
        return duration(part, Texts::tr("First pause"), policy.backoffStart, Milliseconds(1), longestTimer);
    case RestartPart::BackoffFactor:
        return {SentencePart::Kind::Factor, Texts::tr("How many times longer each pause is"), part, policy.backoffFactor, 1.0, 100.0, {}};
    case RestartPart::BackoffCap:
        return duration(part, Texts::tr("Longest pause"), policy.backoffCap, Milliseconds(1), longestTimer);
    case RestartPart::MaxRestarts:
        return {SentencePart::Kind::Count, Texts::tr("Crashes until it is given up"), part, policy.maxRestarts, 0, mostRestarts, {}};
    case RestartPart::Window:
        return duration(part, Texts::tr("Time in which crashes are counted"), policy.window, Milliseconds(1'000), longestSpan);
    case RestartPart::HealthyAfter:
        return duration(part, Texts::tr("Run after which crashes are forgotten"), policy.healthyAfter, Milliseconds(0), longestSpan);
    }
    return {};
}

/// %1 to %9 stand for the fields in the order of RestartPart.
QString sentenceFor(const RestartPolicy& policy)
{
    if (policy.when == RestartPolicy::When::Never)
        return Texts::tr("Start it again %1.", "%1: when");
    switch (pauseOf(policy)) {
    case Pause::None:
        return Texts::tr("Start it again %1, %2. Give up after %7 crashes within %8; a run of %9 makes earlier ones forgotten.", "%1: when, %2: at once", policy.maxRestarts);
    case Pause::Fixed:
        return Texts::tr("Start it again %1, %2 %3. Give up after %7 crashes within %8; a run of %9 makes earlier ones forgotten.",
                         "%1: when, %2: after a pause of, %3: duration", policy.maxRestarts);
    case Pause::Growing: break;
    }
    return Texts::tr("Start it again %1, %2 %4, each time %5 times longer, up to %6. Give up after %7 crashes within %8; a run of %9 makes earlier ones forgotten.",
                     "%1: when, %2: after a growing pause, %4, %6: durations, %5: factor", policy.maxRestarts);
}

void appendText(QList<SentencePart>& parts, const QString& text)
{
    if (!text.isEmpty())
        parts.append({SentencePart::Kind::Text, text, {}, {}, {}, {}, {}});
}

template<typename T>
T within(T value, const SentencePart& bounds)
{
    return std::clamp(value, std::get<T>(bounds.least), std::get<T>(bounds.most));
}

void choosePause(RestartPolicy& policy, Pause pause)
{
    const Milliseconds delay = policy.delay;
    const Milliseconds backoff = policy.backoffStart;
    policy.delay = Milliseconds(0);
    policy.backoffStart = Milliseconds(0);
    if (pause == Pause::Fixed)
        policy.delay = delay.count() > 0 ? delay : usualDelay;
    else if (pause == Pause::Growing)
        policy.backoffStart = backoff.count() > 0 ? backoff : usualBackoff;
}

} // namespace

QList<SentencePart> restartSentenceParts(const RestartPolicy& policy)
{
    const QString sentence = sentenceFor(policy);
    QList<SentencePart> parts;
    qsizetype begin = 0;
    for (qsizetype at = sentence.indexOf(u'%'); at >= 0; at = sentence.indexOf(u'%', at + 1)) {
        const int place = at + 1 < sentence.size() ? sentence[at + 1].digitValue() : -1;
        if (place < 1)
            continue;
        appendText(parts, sentence.sliced(begin, at - begin));
        parts.append(fieldOf(static_cast<RestartPart>(place - 1), policy));
        begin = at + 2;
    }
    appendText(parts, sentence.sliced(begin));
    return parts;
}

RestartPolicy withRestartPart(RestartPolicy policy, RestartPart part, const SentenceValue& value)
{
    const SentencePart bounds = fieldOf(part, policy);
    if (value.index() != bounds.value.index())
        return policy;
    switch (part) {
    case RestartPart::When: policy.when = static_cast<RestartPolicy::When>(within(std::get<int>(value), bounds)); break;
    case RestartPart::Pause:
        if (const Pause pause = static_cast<Pause>(within(std::get<int>(value), bounds)); pause != pauseOf(policy))
            choosePause(policy, pause);
        break;
    case RestartPart::Delay: policy.delay = within(std::get<Milliseconds>(value), bounds); break;
    case RestartPart::BackoffStart: policy.backoffStart = within(std::get<Milliseconds>(value), bounds); break;
    case RestartPart::BackoffFactor: policy.backoffFactor = within(std::get<double>(value), bounds); break;
    case RestartPart::BackoffCap: policy.backoffCap = within(std::get<Milliseconds>(value), bounds); break;
    case RestartPart::MaxRestarts: policy.maxRestarts = within(std::get<int>(value), bounds); break;
    case RestartPart::Window: policy.window = within(std::get<Milliseconds>(value), bounds); break;
    case RestartPart::HealthyAfter: policy.healthyAfter = within(std::get<Milliseconds>(value), bounds); break;
    }
    return policy;
}

} // namespace tropero
