// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/herdsummary.h"

#include <QObject>

namespace tropero {

class StateMirror;

/// How many instances are in which state, for what shows that and no figures. One change may name many apps: they are counted once, at the end of
/// the turn of the event loop.
class HerdCounts : public QObject
{
    Q_OBJECT

public:
    explicit HerdCounts(const StateMirror& mirror, QObject* parent = nullptr);

    /// Without CPU and memory, which change all the time.
    const HerdSummary& summary() const { return m_summary; }

Q_SIGNALS:
    void changed();

private:
    void countSoon();
    void count();

    const StateMirror& m_mirror;
    HerdSummary m_summary;
    bool m_due = false;
};

} // namespace tropero
