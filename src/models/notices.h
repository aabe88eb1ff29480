// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace tropero {

/// Something to tell a user who does not look at the window.
struct Notice
{
    QString appId;
    QString title; ///< "api crashed"
    QString text;  ///< why, and the last line of its error output
    bool gaveUp = false;
};

/// Makes notices of the daemon's events: crashes, and apps that gave up. After one about an app there is a pause, in which only giving up is
/// told.
class Notices
{
public:
    enum class Level { All, GaveUp, None };

    /// `event` as of the protocol; `errorLog` is the file that its instance writes errors to, empty when there is none. `now` is milliseconds
    /// since the epoch, `pause` milliseconds.
    std::optional<Notice> take(const QJsonObject& event, const QString& errorLog, Level level, qint64 pause, qint64 now);

private:
    QHash<QString, qint64> m_last; ///< when something was told of that app
};

/// The last line with something in it of the last few KB of a text file, without control characters and colours.
QString lastLineOf(const QString& file);

} // namespace tropero
