// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tropero {

/// Names of everything in the home folder (docs/architecture.md, "State"). Pure: nothing is created or looked at.
class HomeLayout
{
public:
    /// `home` is absolute.
    explicit HomeLayout(QString home);

    const QString& home() const { return m_home; }
    QString appsFolder() const;
    QString appFile(const QString& id) const;
    QString previousFolder() const;
    QString previousFile(const QString& id) const;
    QString logsFolder() const;
    QString pidsFolder() const;
    QString runFolder() const;
    QString daemonLock() const;
    QString guardLocksFolder() const;
    QString guardLock(const QString& id) const;
    QString historyFile() const;
    QString daemonLog() const;

private:
    QString m_home;
};

} // namespace tropero
