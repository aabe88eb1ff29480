// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

namespace tropero {

/// The branches that are checked out in folders, read in a thread of their own: when a folder is first asked for, when it is said to be
/// read again, and every ten seconds while active.
class GitBranches : public QObject
{
    Q_OBJECT

public:
    explicit GitBranches(QObject* parent = nullptr);
    ~GitBranches() override;

    /// What is known by now; changed() tells when that is no longer so.
    QString branchOf(const QString& folder);
    /// Its app has been started again.
    void refresh(const QString& folder);
    void setActive(bool active);

Q_SIGNALS:
    void changed(const QString& folder);

private:
    void read(const QStringList& folders);

    QHash<QString, QString> m_branches;
    QSet<QString> m_reading;
    QThreadPool m_pool;
    QTimer m_timer;
};

} // namespace tropero
