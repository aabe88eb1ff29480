// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/reason.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>

#include <optional>

namespace tropero {

class Instance;

/// Goes through instances, some at a time, and gives each a new process. Stops at the first one that fails; what is being replaced then is called off.
class Reload : public QObject
{
    Q_OBJECT

public:
    enum class Manner {
        Rolling, ///< the new process is ready before the old one is asked to go
        Ordered, ///< stopped, then started again
    };

    Reload(const QList<Instance*>& instances, Manner manner, int parallel, Reason reason);

    void begin();
    /// It ends with a Cancelled error; processes that are not ready yet are removed.
    void cancel();
    int total() const { return m_total; }
    int done() const { return m_done; }

Q_SIGNALS:
    /// done() differs from before.
    void progressed();
    /// Once; no replaced process is left then.
    void finished(const tropero::Result<void>& result);

private:
    void next();
    void take(Instance* instance);
    void settle(Instance* instance);
    void oneDone(Instance* instance, const Result<void>& result);
    void fail(const Error& error);
    void finishIfOver();

    QList<QPointer<Instance>> m_waiting;
    QList<QPointer<Instance>> m_working;
    QList<QPointer<Instance>> m_touched;
    QList<int> m_wantedAtFirst;
    Manner m_manner;
    int m_parallel;
    Reason m_reason;
    int m_total;
    int m_done = 0;
    std::optional<Error> m_error;
    bool m_over = false;
};

} // namespace tropero
