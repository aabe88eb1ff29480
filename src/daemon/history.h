// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/historydatabase.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <functional>
#include <memory>

namespace tropero {

/// Metrics and events over time. Everything is collected in memory and written every few seconds on a thread of its own, which exists only
/// from the first thing to store or read on. When it cannot be stored, it is dropped: nothing waits for history.
class History : public QObject
{
    Q_OBJECT

public:
    explicit History(QString path, QObject* parent = nullptr);
    ~History() override; ///< writes what is collected

    void addSamples(const QList<MetricSample>& samples);
    void addEvent(const QJsonObject& event);

    /// Answers include what was added before. The callback is dropped when `context` is destroyed first.
    void metrics(const QString& instance, qint64 since, qint64 until, QObject* context,
                 std::function<void(const Result<MetricSeries>&)> callback);
    void figure(const QString& instance, const QString& name, qint64 since, qint64 until, QObject* context,
                std::function<void(const Result<FigureSeries>&)> callback);
    void events(const EventFilter& filter, QObject* context, std::function<void(const Result<QList<QJsonObject>>&)> callback);

Q_SIGNALS:
    /// Something went wrong: for daemon.log. The same trouble is told once.
    void trouble(const QString& text);

private:
    /// Reads on the thread, answers on this one.
    template<typename Read, typename Callback>
    void ask(Read read, QObject* context, Callback callback);
    void write();
    void collect();
    QObject* worker();
    void report(const Result<void>& result, const QString& notice);

    QString m_path;
    QThread m_thread;
    std::unique_ptr<QObject> m_worker;
    std::shared_ptr<HistoryDatabase> m_database; ///< touched only on the thread
    QList<MetricSample> m_samples;
    QList<QJsonObject> m_events;
    QTimer m_timer;
    QString m_lastTrouble;
};

} // namespace tropero
