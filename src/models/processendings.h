// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/endprocess.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <atomic>
#include <functional>

namespace tropero {

/// Ends processes in other threads: asks them, and kills what is still there after some seconds. Goes on when whoever asked for it is gone.
class ProcessEndings : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const platform::EndingReport& report)>;

    explicit ProcessEndings(QObject* parent = nullptr);
    /// Endings under way are not waited for: what was asked to end is left to itself.
    ~ProcessEndings() override;

    /// `done` is called in this thread; when `context` is gone by then, problems are told by failed().
    void end(const QList<platform::ProcessId>& processes, bool tree, QObject* context, Done done);
    bool isEnding() const { return !m_asked.isEmpty(); }

Q_SIGNALS:
    void failed(const QString& message);

private:
    struct Asked
    {
        QPointer<QObject> context;
        Done done;
    };
    void report(int number, const platform::EndingReport& report);

    QThreadPool m_pool;
    QHash<int, Asked> m_asked;
    int m_lastNumber = 0;
    std::atomic<bool> m_leaving = false;
};

/// What could not be ended, one line for each; empty: all is gone.
QString endingProblems(const platform::EndingReport& report);

} // namespace tropero
