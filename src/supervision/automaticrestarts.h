// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reason.h"
#include "supervision/appsetup.h"

#include <QObject>

#include <memory>

namespace tropero {

class CronTimer;
class FileWatcher;

/// What restarts a whole app without a crash or a command: changed files and a schedule.
class AutomaticRestarts : public QObject
{
    Q_OBJECT

public:
    AutomaticRestarts();
    ~AutomaticRestarts() override;

    /// Takes the app's watch and schedule over; both work only while an instance is wanted up.
    void configure(const AppSetup& app, const QStringList& logFiles, bool wantedUp);

Q_SIGNALS:
    /// With the reason.
    void due(const tropero::Reason& reason);
    /// Files cannot be watched, and why.
    void failed(const tropero::Reason& reason);

private:
    void setWatch(const WatchPolicy& policy, const QString& folder, const QStringList& logFiles);
    void setSchedule(const QString& text);

    std::unique_ptr<FileWatcher> m_watcher;
    std::unique_ptr<CronTimer> m_cron;
    WatchPolicy m_policy;
    QString m_folder;
    QString m_schedule;
};

} // namespace tropero
