// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/statestore.h"

#include "platform/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSet>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxRecordBytes = 8 * 1024 * 1024;
constexpr int writerCount = 8;
constexpr int threadLifeMs = 10'000; // an idle daemon needs no second thread

QString tr(const char* text)
{
    return QCoreApplication::translate("StateStore", text);
}

Result<void> removeFile(const QString& path)
{
    QFile file(path);
    if (!file.exists() || file.remove()) return {};
    return failure(ErrorCode::Io, tr("Cannot remove the stored app"), path, file.errorString());
}

Result<AppRecord> readRecord(const QString& path, const QString& id)
{
    const Result<QByteArray> bytes = platform::readFile(path, maxRecordBytes);
    if (!bytes) return std::unexpected(bytes.error());
    Result<AppRecord> record = decodeAppRecord(*bytes);
    if (record && record->id != id) {
        return failure(ErrorCode::Protocol, tr("Cannot read the stored app"), path, tr("it holds the app %1").arg(record->id));
    }
    return record;
}

/// Never over an older broken file: that may be what somebody wants to recover.
QString moveAside(const QString& path)
{
    QString target = path + u".broken"_s;
    for (int count = 2; QFile::exists(target); ++count) target = path + u".broken-"_s + QString::number(count);
    return QFile::rename(path, target) ? target : path;
}

StateStore::Loaded loadFolder(const QString& path)
{
    StateStore::Loaded loaded;
    const QFileInfoList files = QDir(path).entryInfoList(QDir::Files | QDir::Hidden, QDir::Name);
    for (const QFileInfo& info : files) {
        if (info.fileName().contains(".json.tmp-"_L1)) QFile::remove(info.filePath()); // left by a write that was cut off
        if (info.suffix() != "json"_L1) continue;
        const Result<AppRecord> record = readRecord(info.filePath(), info.completeBaseName());
        if (record) {
            loaded.apps.append(*record);
            continue;
        }
        // What cannot be read now may be readable later; what is wrong in itself stays wrong.
        const bool isWrong = record.error().code == ErrorCode::Protocol;
        loaded.problems.append({info.completeBaseName(), isWrong ? moveAside(info.filePath()) : info.filePath(), record.error().message()});
    }
    std::stable_sort(loaded.apps.begin(), loaded.apps.end(), [](const AppRecord& a, const AppRecord& b) {
        return a.instances.constFirst().number < b.instances.constFirst().number;
    });
    return loaded;
}

} // namespace

StateStore::StateStore(HomeLayout home, QObject* parent) : QObject(parent), m_home(std::move(home))
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(threadLifeMs);
    m_writers.setMaxThreadCount(writerCount);
    m_writers.setExpiryTimeout(threadLifeMs);
}

StateStore::~StateStore()
{
    m_pool.waitForDone();
}

StateStore::Loaded StateStore::load()
{
    return loadFolder(m_home.appsFolder());
}

StateStore::Loaded StateStore::loadPrevious()
{
    return loadFolder(m_home.previousFolder());
}

void StateStore::save(const AppRecord& record, QObject* context, Done done)
{
    Job job;
    job.id = record.id;
    job.record = record;
    enqueue(std::move(job), context, std::move(done));
}

void StateStore::remove(const QString& id, QObject* context, Done done)
{
    Job job;
    job.kind = Job::Kind::Remove;
    job.id = id;
    enqueue(std::move(job), context, std::move(done));
}

void StateStore::moveToPrevious(const QStringList& ids, QObject* context, Done done)
{
    Job job;
    job.kind = Job::Kind::MoveToPrevious;
    job.ids = ids;
    enqueue(std::move(job), context, std::move(done));
}

void StateStore::enqueue(Job job, QObject* context, Done done)
{
    job.ticket = ++m_lastTicket;
    if (context && done) m_waiting.insert(job.ticket, {context, std::move(done)});
    const QMutexLocker lock(&m_mutex);
    m_jobs.append(std::move(job));
    if (std::exchange(m_draining, true)) return;
    m_pool.start([this] { drain(); });
}

QList<bool> StateStore::superseded(const QList<Job>& jobs)
{
    QList<bool> result(jobs.size(), false);
    QSet<QString> later;
    for (qsizetype i = jobs.size() - 1; i >= 0; --i) {
        const Job& job = jobs.at(i);
        if (job.kind == Job::Kind::MoveToPrevious) {
            later.clear(); // it needs the files as they are by then
            continue;
        }
        result[i] = later.contains(job.id);
        later.insert(job.id);
    }
    return result;
}

void StateStore::drain()
{
    for (;;) {
        QList<Job> jobs;
        {
            const QMutexLocker lock(&m_mutex);
            jobs = std::exchange(m_jobs, {});
            if (jobs.isEmpty()) {
                m_draining = false;
                return;
            }
        }
        const QList<bool> skipped = superseded(jobs);
        QList<Result<void>> results(jobs.size());
        for (qsizetype first = 0; first < jobs.size();) { // moving files aside waits for all before it, and all after wait for it
            qsizetype last = first + 1;
            if (jobs.at(first).kind != Job::Kind::MoveToPrevious) {
                while (last < jobs.size() && jobs.at(last).kind != Job::Kind::MoveToPrevious) ++last;
            }
            carryOutTogether(jobs, skipped, first, last, results);
            first = last;
        }
        QHash<QString, QList<qsizetype>> waiting; // skipped jobs get the result of the one that replaced them
        for (qsizetype i = 0; i < jobs.size(); ++i) {
            if (skipped.at(i)) {
                waiting[jobs.at(i).id].append(i);
            } else {
                for (const qsizetype earlier : waiting.take(jobs.at(i).id)) results[earlier] = results.at(i);
            }
        }
        QMetaObject::invokeMethod(
            this, [this, jobs, results] {
                for (qsizetype i = 0; i < jobs.size(); ++i) {
                    const Waiting asker = m_waiting.take(jobs.at(i).ticket);
                    if (asker.context) asker.done(results.at(i));
                }
            }, Qt::QueuedConnection);
    }
}

void StateStore::carryOutTogether(const QList<Job>& jobs, const QList<bool>& skipped, qsizetype first, qsizetype last,
                                  QList<Result<void>>& results)
{
    Result<void>* const all = results.data(); // detached here, so that the writers only touch elements of their own
    for (qsizetype i = first; i < last; ++i) {
        if (skipped.at(i)) continue;
        if (last - first == 1) all[i] = carryOut(jobs.at(i));
        else m_writers.start([this, &jobs, all, i] { all[i] = carryOut(jobs.at(i)); });
    }
    m_writers.waitForDone();
}

Result<void> StateStore::carryOut(const Job& job) const
{
    switch (job.kind) {
    case Job::Kind::Save: return platform::writeFileAtomically(m_home.appFile(job.id), encodeAppRecord(job.record));
    case Job::Kind::Remove: return removeFile(m_home.appFile(job.id));
    case Job::Kind::MoveToPrevious: return moveAll(job.ids);
    }
    return {};
}

Result<void> StateStore::moveAll(const QStringList& ids) const
{
    if (ids.isEmpty()) return {};
    const QFileInfoList old = QDir(m_home.previousFolder()).entryInfoList({u"*.json"_s}, QDir::Files);
    for (const QFileInfo& info : old) QFile::remove(info.filePath());
    Result<void> result;
    for (const QString& id : ids) {
        QFile file(m_home.appFile(id));
        if (file.rename(m_home.previousFile(id))) continue;
        result = failure(ErrorCode::Io, tr("Cannot put the stored app aside"), file.fileName(), file.errorString());
    }
    return result;
}

} // namespace tropero
