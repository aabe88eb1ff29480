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
    QString appName;
    int number = -1; ///< of the instance
    QString title;   ///< "api crashed"
    QString text;    ///< why, and the last line of its error output
    bool gaveUp = false;
    int port = 0; ///< that it wanted and somebody else holds; 0: it did not say so
};

/// Makes notices of the daemon's events: crashes, and apps that gave up. After one about an app there is a pause, in which only giving up is
/// told.
class Notices
{
public:
    enum class Level { All, GaveUp, None };

    /// Whether there is something to tell, which then counts as told. `event` as of the protocol; `now` is milliseconds since the epoch, `pause`
    /// milliseconds.
    bool isDue(const QJsonObject& event, Level level, qint64 pause, qint64 now);
    /// The same with the notice; `errorLog` as for noticeOf().
    std::optional<Notice> take(const QJsonObject& event, const QString& errorLog, Level level, qint64 pause, qint64 now);

private:
    QHash<QString, qint64> m_last; ///< when something was told of that app
};

/// In words, whether it is to be told or not. `errorLog` is the file that its instance writes errors to, empty when there is none; its end is read.
Notice noticeOf(const QJsonObject& event, const QString& errorLog);

/// The port that a program wanted and could not get, by what it wrote or why it ended ("EADDRINUSE: address already in use :::3000");
/// 0 when it says nothing like that, or not which. The last one of several counts.
int portInConflict(const QString& text);

/// The line at the end of a text file that says what went wrong: the error of an exception, not the stack below it; without one the last line. Without
/// control characters and colours.
QString tellingLineOf(const QString& file);

} // namespace tropero
