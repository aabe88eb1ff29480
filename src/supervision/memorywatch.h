// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reason.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace tropero {

/// Compares, once a second, what a process tree uses with the limit of its app.
class MemoryWatch : public QObject
{
    Q_OBJECT

public:
    /// `used` gives bytes.
    explicit MemoryWatch(std::function<qint64()> used, QObject* parent = nullptr);

    /// Looks at nothing without a limit (0) or without a process.
    void update(qint64 limit, bool running);

Q_SIGNALS:
    /// Each time it looks and the use is over the limit; `reason` says both.
    void exceeded(const tropero::Reason& reason);

private:
    void check();

    std::function<qint64()> m_used;
    qint64 m_limit = 0;
    QTimer m_timer;
};

} // namespace tropero
