// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <functional>
#include <vector>

namespace tropero {

/// Ends what is left of an app's process trees after its guard died: every process whose start environment has
/// TROPERO_INSTANCE=<app id>/..., again and again until a look finds none. One look at the process table serves all apps that wait.
class Leftovers : public QObject
{
    Q_OBJECT

public:
    explicit Leftovers(QObject* parent = nullptr);

    /// `done` gets the number of processes that were ended, and runs never before this call returned.
    void end(const QString& appId, QObject* context, std::function<void(int ended)> done);

private:
    struct Waiting
    {
        QString appId;
        QPointer<QObject> context;
        std::function<void(int)> done;
        QSet<qint64> killed;
        int looks = 0;
    };

    void look();

    std::vector<Waiting> m_waiting;
    QTimer m_timer;
};

} // namespace tropero
