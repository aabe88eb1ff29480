// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/monitorpicture.h"
#include "cli/screen.h"
#include "client/daemonclient.h"
#include "client/logtail.h"
#include "client/statemirror.h"
#include "platform/terminalkeys.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>

namespace tropero {

/// "monit": apps and the log of the chosen one on the whole terminal, with keys that act. Goes on when the daemon is lost, and never starts one.
class Monitor : public QObject
{
    Q_OBJECT

public:
    /// An empty target: all apps. Relative scripts as targets are those of `folder`.
    Monitor(Console& console, const QString& target, const QString& folder, DaemonLocation location);

Q_SIGNALS:
    /// The user wants to leave, or the terminal is gone.
    void left(int exitCode);

private:
    void select();
    void gather();
    void choose(int number);
    void move(int steps);
    void scroll(int lines);
    void press(const QByteArray& keys);
    void act(QLatin1StringView method, const QString& doing, const QString& done);
    void stopOrStart();
    void tell(const QString& message, bool alarming = false);
    void tick();
    void paint();
    const MonitoredInstance* chosen() const;

    Console& m_console;
    QString m_target;
    QString m_folder;
    Screen m_screen;
    platform::TerminalKeys m_keys;
    DaemonClient m_client;
    StateMirror m_mirror;
    std::unique_ptr<LogTail> m_tail;
    QSet<int> m_selected; ///< by the target; not used without one
    QHash<int, QList<double>> m_cpu;
    MonitorPicture m_picture;
    QTimer m_second;
    QTimer m_soon; ///< until what has changed is painted
    QTimer m_quiet; ///< until the message goes
};

} // namespace tropero
