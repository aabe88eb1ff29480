// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tropero {

/// The file that names an instance's process while it runs, for scripts of others. A courtesy: failing to write it stops nothing.
class PidFile
{
public:
    PidFile(const QString& folder, const QString& app, int instance);
    ~PidFile();
    Q_DISABLE_COPY_MOVE(PidFile)

    void write(qint64 pid);
    void remove();

private:
    QString m_path;
    bool m_written = false;
};

} // namespace tropero
