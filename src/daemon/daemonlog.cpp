// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/daemonlog.h"

#include <QDateTime>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 maxSize = 16 * 1024 * 1024; // begun anew beyond this, so that no fault fills the disk with complaints
}

DaemonLog::DaemonLog(QString path) : m_path(std::move(path)) {}

void DaemonLog::write(const QString& text)
{
    if (!m_file.isOpen()) {
        auto opened = platform::AppendFile::open(m_path);
        if (!opened) return;
        m_file = std::move(*opened);
    }
    if (m_file.size() > maxSize) (void)m_file.truncate(0);
    const QString line = QDateTime::currentDateTime().toString(Qt::ISODateWithMs) + u" troperod: "_s + text + u'\n';
    (void)m_file.write(line.toUtf8());
}

} // namespace tropero
