// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/automaticrestarts.h"

#include "supervision/crontimer.h"
#include "supervision/filewatcher.h"

#include <QDir>

#include <utility>

using namespace Qt::StringLiterals;

namespace tropero {

AutomaticRestarts::AutomaticRestarts() = default;

AutomaticRestarts::~AutomaticRestarts() = default;

void AutomaticRestarts::configure(const AppSetup& app, const QStringList& logFiles, bool wantedUp)
{
    WatchPolicy watch = app.spec.watch;
    watch.enabled = watch.enabled && wantedUp;
    setWatch(watch, app.spec.cwd.isEmpty() ? QDir::currentPath() : app.spec.cwd, logFiles);
    setSchedule(wantedUp ? app.spec.cron : QString());
}

void AutomaticRestarts::setWatch(const WatchPolicy& policy, const QString& folder, const QStringList& logFiles)
{
    if (m_policy == policy && m_folder == folder) {
        if (m_watcher)
            m_watcher->setOwnFiles(logFiles);
        return;
    }
    m_policy = policy;
    m_folder = folder;
    if (m_watcher)
        m_watcher.release()->deleteLater(); // this may run inside its signal
    if (!policy.enabled)
        return;
    m_watcher = std::make_unique<FileWatcher>(policy, folder);
    m_watcher->setOwnFiles(logFiles);
    connect(m_watcher.get(), &FileWatcher::changed, this, [this](const QStringList& paths, qsizetype count) {
        const QString first = paths.value(0);
        Q_EMIT due(count == 1  ? Reason::of(ReasonCode::FileChanged, {first})
                   : count < 0 ? Reason::of(ReasonCode::ManyFilesChanged)
                               : Reason::of(ReasonCode::FilesChanged, {first, static_cast<qint64>(count)}));
    });
    connect(m_watcher.get(), &FileWatcher::failed, this, [this](const Error& error) { Q_EMIT failed(Reason::ofError(error)); });
    if (const Result<void> started = m_watcher->start(); !started)
        Q_EMIT failed(Reason::ofError(started.error()));
}

void AutomaticRestarts::setSchedule(const QString& text)
{
    if (std::exchange(m_schedule, text) == text)
        return;
    if (m_cron)
        m_cron.release()->deleteLater();
    const Result<CronSchedule> schedule = CronSchedule::parse(text);
    if (text.isEmpty() || !schedule)
        return; // checked with the spec
    m_cron = std::make_unique<CronTimer>(*schedule);
    connect(m_cron.get(), &CronTimer::due, this, [this] { Q_EMIT due(Reason::of(ReasonCode::Scheduled, {m_schedule})); });
    m_cron->start();
}

} // namespace tropero
