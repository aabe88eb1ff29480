// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace tropero {

class DaemonClient;
class StateMirror;

/// Asks, when apps run, whether they go on without the window (as they do by default).
class QuitQuestion : public QObject
{
    Q_OBJECT

public:
    QuitQuestion(DaemonClient& client, const StateMirror& mirror, QObject* parent = nullptr);

    /// quit() follows at once when nothing runs; a question that is open already is raised.
    void ask(QWidget* parent);

Q_SIGNALS:
    void quit();
    /// The apps could not be stopped; nothing was quit.
    void failed(const QString& message);

private:
    void stopAllAndQuit();

    DaemonClient& m_client;
    const StateMirror& m_mirror;
};

} // namespace tropero
