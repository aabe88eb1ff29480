// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/pidfile.h"

#include "core/logname.h"

#include <QFile>

#include <utility>

using namespace Qt::StringLiterals;

namespace tropero {

PidFile::PidFile(const QString& folder, const QString& app, int instance)
    : m_path(folder + u'/' + sanitiseForFileName(app) + u'-' + QString::number(instance) + ".pid"_L1)
{
}

PidFile::~PidFile()
{
    remove();
}

void PidFile::write(qint64 pid)
{
    if (pid == 0)
        return;
    QFile file(m_path);
    m_written = file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered) && file.write(QByteArray::number(pid)) > 0;
}

void PidFile::remove()
{
    if (std::exchange(m_written, false))
        QFile::remove(m_path);
}

} // namespace tropero
