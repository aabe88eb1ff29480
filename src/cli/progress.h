// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>

namespace tropero {

/// One line on the terminal that says what is being waited for, from the second second on; gone when this object is.
class Progress
{
public:
    /// Never shows anything unless `shown`.
    Progress(QString text, bool shown);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// Call now and then while waiting.
    void tick();

private:
    QString m_text;
    QElapsedTimer m_clock;
    qint64 m_lastDrawn = -1;
    bool m_shown;
};

} // namespace tropero
