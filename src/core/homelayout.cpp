// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/homelayout.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace tropero {

HomeLayout::HomeLayout(QString home) : m_home(QDir::cleanPath(home)) {}

QString HomeLayout::appsFolder() const
{
    return m_home + "/apps"_L1;
}

QString HomeLayout::appFile(const QString& id) const
{
    return appsFolder() + u'/' + id + ".json"_L1;
}

QString HomeLayout::previousFolder() const
{
    return m_home + "/previous"_L1;
}

QString HomeLayout::previousFile(const QString& id) const
{
    return previousFolder() + u'/' + id + ".json"_L1;
}

QString HomeLayout::logsFolder() const
{
    return m_home + "/logs"_L1;
}

QString HomeLayout::pidsFolder() const
{
    return m_home + "/pids"_L1;
}

QString HomeLayout::runFolder() const
{
    return m_home + "/run"_L1;
}

QString HomeLayout::daemonLock() const
{
    return runFolder() + "/daemon.lock"_L1;
}

QString HomeLayout::guardLocksFolder() const
{
    return runFolder() + "/guards"_L1;
}

QString HomeLayout::guardLock(const QString& id) const
{
    return guardLocksFolder() + u'/' + id + ".lock"_L1;
}

QString HomeLayout::historyFile() const
{
    return m_home + "/history.sqlite"_L1;
}

QString HomeLayout::daemonLog() const
{
    return m_home + "/daemon.log"_L1;
}

} // namespace tropero
