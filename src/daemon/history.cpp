// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/history.h"

#include <QDateTime>
#include <QPointer>

namespace tropero {

namespace {

constexpr int writeEveryMs = 5'000;
constexpr qsizetype writeAtOnce = 2'000;

} // namespace

History::History(QString path, QObject* parent) : QObject(parent), m_path(std::move(path))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(writeEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &History::write);
}

History::~History()
{
    write();
    if (!m_worker) return;
    // The connection belongs to the thread and has to be closed there.
    QMetaObject::invokeMethod(m_worker.get(), [database = std::exchange(m_database, {})]() mutable { database.reset(); });
    QMetaObject::invokeMethod(m_worker.get(), [this] { m_thread.quit(); });
    m_thread.wait();
}

QObject* History::worker()
{
    if (!m_worker) {
        m_database = std::make_shared<HistoryDatabase>(m_path);
        m_worker = std::make_unique<QObject>();
        m_worker->moveToThread(&m_thread);
        m_thread.setObjectName(QStringLiteral("history"));
        m_thread.start();
    }
    return m_worker.get();
}

void History::addSamples(const QList<MetricSample>& samples)
{
    m_samples.append(samples);
    collect();
}

void History::addEvent(const QJsonObject& event)
{
    m_events.append(event);
    collect();
}

void History::collect()
{
    if (m_samples.size() + m_events.size() >= writeAtOnce) write();
    else if (!m_timer.isActive()) m_timer.start();
}

void History::write()
{
    m_timer.stop();
    if (m_samples.isEmpty() && m_events.isEmpty()) return;
    QObject* const target = worker();
    QMetaObject::invokeMethod(target, [this, database = m_database.get(), samples = std::exchange(m_samples, {}),
                                       events = std::exchange(m_events, {})] {
        const Result<void> result = database->add(samples, events, QDateTime::currentMSecsSinceEpoch());
        const QString notice = database->takeNotice();
        QMetaObject::invokeMethod(this, [this, result, notice] { report(result, notice); });
    });
}

void History::report(const Result<void>& result, const QString& notice)
{
    if (!notice.isEmpty()) Q_EMIT trouble(notice);
    const QString text = result ? QString() : result.error().message();
    if (!text.isEmpty() && text != m_lastTrouble) Q_EMIT trouble(text);
    m_lastTrouble = text;
}

template<typename Read, typename Callback>
void History::ask(Read read, QObject* context, Callback callback)
{
    write();
    QObject* const target = worker();
    QMetaObject::invokeMethod(target, [database = m_database.get(), read = std::move(read), owner = this, guard = QPointer<QObject>(context),
                                       callback = std::move(callback)] {
        auto result = read(*database);
        QMetaObject::invokeMethod(owner, [guard, callback, result] {
            if (guard) callback(result);
        });
    });
}

void History::metrics(const QString& instance, qint64 since, qint64 until, QObject* context,
                      std::function<void(const Result<MetricSeries>&)> callback)
{
    ask([=](HistoryDatabase& database) { return database.metrics(instance, since, until, QDateTime::currentMSecsSinceEpoch()); }, context,
        std::move(callback));
}

void History::figure(const QString& instance, const QString& name, qint64 since, qint64 until, QObject* context,
                     std::function<void(const Result<FigureSeries>&)> callback)
{
    ask([=](HistoryDatabase& database) { return database.figure(instance, name, since, until, QDateTime::currentMSecsSinceEpoch()); }, context,
        std::move(callback));
}

void History::events(const EventFilter& filter, QObject* context, std::function<void(const Result<QList<QJsonObject>>&)> callback)
{
    ask([filter](HistoryDatabase& database) { return database.events(filter); }, context, std::move(callback));
}

} // namespace tropero
