// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "supervision/run.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace tropero {

/// A run that was replaced, or whose replacement failed, on its way out: asked, then killed, output stored to the end.
class LeavingRun : public QObject
{
    Q_OBJECT

public:
    enum class Manner { Ladder, Kill };

    LeavingRun(std::unique_ptr<Run> run, const StopPolicy& policy);
    void begin(Manner manner);
    void kill();
    Run& run() { return *m_run; }
    bool hadToBeKilled() const { return m_killed; }

Q_SIGNALS:
    /// No process of it is left and its output is stored.
    void gone();

private:
    void check();

    std::unique_ptr<Run> m_run;
    StopPolicy m_policy;
    QTimer m_killTimer;
    QTimer m_poll;
    bool m_killed = false;
    bool m_gone = false;
};

} // namespace tropero
