// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/homelayout.h"
#include "daemon/apprecord.h"

#include <QHash>
#include <QMutex>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <functional>

namespace tropero {

/// Keeps AppRecords in apps/<id>.json. Writing happens on threads of its own, in order for each app; what piles up for one app meanwhile
/// is written once, and many apps are written side by side, because file systems make syncs durable together that wait together. A callback runs on the thread of this object when its change is durable (or could not be made so; the old file is then intact).
class StateStore : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const Result<void>& result)>;

    struct Problem
    {
        QString appId;
        QString file;  ///< as it is called now
        QString why;
    };

    struct Loaded
    {
        QList<AppRecord> apps;     ///< by smallest instance number
        QList<Problem> problems;   ///< files that were moved aside
    };

    explicit StateStore(HomeLayout home, QObject* parent = nullptr);
    ~StateStore() override; ///< waits until all is written

    /// Reads all stored apps; moves unreadable files to "<file>.broken" and removes what unfinished writes left behind.
    Loaded load();
    /// The apps that the last shutdown put aside.
    Loaded loadPrevious();

    void save(const AppRecord& record, QObject* context = nullptr, Done done = {});
    void remove(const QString& id, QObject* context = nullptr, Done done = {});
    /// Moves these apps' files to previous/, whose older content goes. An empty list changes nothing.
    void moveToPrevious(const QStringList& ids, QObject* context = nullptr, Done done = {});

private:
    struct Job
    {
        enum class Kind { Save, Remove, MoveToPrevious };
        Kind kind = Kind::Save;
        QString id;
        AppRecord record;
        QStringList ids;
        quint64 ticket = 0;
    };
    struct Waiting
    {
        QPointer<QObject> context;
        Done done;
    };

    void enqueue(Job job, QObject* context, Done done);
    void drain();
    /// Of jobs[first, last), which are all for different apps but for the skipped ones.
    void carryOutTogether(const QList<Job>& jobs, const QList<bool>& skipped, qsizetype first, qsizetype last, QList<Result<void>>& results);
    /// For each job: whether a later one makes it needless.
    static QList<bool> superseded(const QList<Job>& jobs);
    Result<void> carryOut(const Job& job) const;
    Result<void> moveAll(const QStringList& ids) const;

    HomeLayout m_home;
    QThreadPool m_pool;    ///< one thread, which takes the jobs in order
    QThreadPool m_writers; ///< writes many files at once
    QMutex m_mutex;
    QList<Job> m_jobs;
    bool m_draining = false;
    QHash<quint64, Waiting> m_waiting; ///< by ticket; stays on this object's thread
    quint64 m_lastTicket = 0;
};

} // namespace tropero
