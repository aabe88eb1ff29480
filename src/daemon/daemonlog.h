// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/files.h"

#include <QString>

namespace tropero {

/// daemon.log: one line with its time for each thing worth knowing when something went wrong. Never fails its caller.
class DaemonLog
{
public:
    explicit DaemonLog(QString path);

    void write(const QString& text);

private:
    QString m_path;
    platform::AppendFile m_file;
};

} // namespace tropero
