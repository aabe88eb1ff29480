// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "supervision/readinesswatch.h"
#include "supervision/run.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace tropero {

/// A run that shall replace another one, from its start until it is ready or has failed.
class Successor : public QObject
{
    Q_OBJECT

public:
    /// `predecessor` may be null: then it counts as one that never listened.
    Successor(std::unique_ptr<Run> run, const AppSpec& spec, const Run* predecessor);

    void start();
    Run& run() { return *m_run; }
    std::unique_ptr<Run> takeRun();

Q_SIGNALS:
    /// Once, one of the two.
    void ready();
    /// With the last lines of its stderr.
    void failed(const tropero::Reason& reason);

private:
    void fail(const Reason& reason);
    void succeed();

    std::unique_ptr<Run> m_run;
    ReadinessWatch m_watch;
    QTimer m_limit;
    bool m_over = false;
};

} // namespace tropero
