// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/herdcounts.h"

#include "client/statemirror.h"

#include <utility>

namespace tropero {

HerdCounts::HerdCounts(const StateMirror& mirror, QObject* parent) : QObject(parent), m_mirror(mirror)
{
    for (const auto signal : {&StateMirror::appAdded, &StateMirror::appRemoved, &StateMirror::appChanged})
        connect(&mirror, signal, this, &HerdCounts::countSoon);
    connect(&mirror, &StateMirror::reset, this, &HerdCounts::countSoon);
    connect(&mirror, &StateMirror::instancesChanged, this, &HerdCounts::countSoon);
    count();
}

void HerdCounts::countSoon()
{
    if (std::exchange(m_due, true)) return;
    QMetaObject::invokeMethod(this, &HerdCounts::count, Qt::QueuedConnection);
}

void HerdCounts::count()
{
    m_due = false;
    HerdSummary summary = summarize(m_mirror.apps());
    summary.cpu = 0;
    summary.memory = 0;
    if (std::exchange(m_summary, summary) != summary) Q_EMIT changed();
}

} // namespace tropero
