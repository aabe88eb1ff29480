// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logfeed.h"

namespace tropero {

LogFeed::LogFeed(QObject* parent) : QObject(parent), m_worker(new QObject)
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("log reader"));
    m_thread.start();
}

LogFeed::~LogFeed()
{
    m_thread.quit();
    m_thread.wait();
}

void LogFeed::open(const QList<LogTail::Source>& sources, int lastLines)
{
    const int generation = ++m_generation;
    QMetaObject::invokeMethod(m_worker, [this, worker = m_worker, generation, sources, lastLines] {
        qDeleteAll(worker->findChildren<LogTail*>(Qt::FindDirectChildrenOnly));
        auto* tail = new LogTail(sources, worker);
        const auto pass = [this, generation](auto signal, const auto& value) {
            QMetaObject::invokeMethod(this, [this, generation, signal, value] {
                if (generation == m_generation) Q_EMIT(this->*signal)(value);
            });
        };
        connect(tail, &LogTail::appended, tail,
                [pass](const QList<LogLine>& lines) { pass(&LogFeed::appended, lines); });
        connect(tail, &LogTail::truncated, tail, [pass](int number) { pass(&LogFeed::truncated, number); });
        pass(&LogFeed::opened, tail->readLast(lastLines));
        tail->follow();
    });
}

void LogFeed::close()
{
    ++m_generation;
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] {
        qDeleteAll(worker->findChildren<LogTail*>(Qt::FindDirectChildrenOnly));
    });
}

} // namespace tropero
