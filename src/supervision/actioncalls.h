// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace tropero {

class Run;

/// Calls of an app's actions (PM2's axm:action) that wait for their answer.
class ActionCalls : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const Result<QJsonValue>& reply)>;

    explicit ActionCalls(QString appName);
    /// Calls that are open fail with Cancelled.
    ~ActionCalls() override;

    /// An undefined parameter is none. Errors: Unavailable (no channel), Timeout (10 s), Cancelled.
    void call(Run& run, const QString& action, const QJsonValue& parameter, Done done);
    /// A message of the app: true when it was an answer.
    bool take(const QJsonObject& message);
    /// The process is gone: open calls fail.
    void cancel(const QString& why);

private:
    struct Call
    {
        int id = 0;
        QString action;
        Done done;
    };

    void timeOut(int id);

    QString m_appName;
    std::vector<Call> m_calls;
    int m_lastId = 0;
};

} // namespace tropero
