// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/processendings.h"

#include <utility>

namespace tropero {

namespace {

constexpr int endingsAtOnce = 8;

} // namespace

ProcessEndings::ProcessEndings(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(endingsAtOnce);
}

ProcessEndings::~ProcessEndings()
{
    m_leaving = true;
    m_pool.waitForDone();
}

void ProcessEndings::end(const QList<platform::ProcessId>& processes, bool tree, QObject* context, Done done)
{
    const int number = ++m_lastNumber;
    m_asked.insert(number, {context, std::move(done)});
    m_pool.start([this, processes, tree, number] {
        platform::EndingOptions options;
        options.tree = tree;
        options.keepWaiting = [this] { return !m_leaving; };
        const platform::EndingReport ended = platform::endProcesses(processes, options);
        QMetaObject::invokeMethod(this, [this, number, ended] { report(number, ended); }, Qt::QueuedConnection);
    });
}

void ProcessEndings::report(int number, const platform::EndingReport& report)
{
    const Asked asked = m_asked.take(number);
    if (asked.context) asked.done(report);
    else if (const QString problems = endingProblems(report); !problems.isEmpty()) Q_EMIT failed(problems);
}

QString endingProblems(const platform::EndingReport& report)
{
    QStringList messages;
    for (const Error& problem : report.problems)
        messages.append(problem.message());
    return messages.join(QLatin1Char('\n'));
}

} // namespace tropero
