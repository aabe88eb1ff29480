// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/processes.h"

#include <qt_windows.h>

#include <QByteArray>
#include <QStringList>

#include <atomic>
#include <thread>

/// Looks all the time for visible top-level windows of processes that have TROPERO_HOME=HOME in their environment.
class WindowWatch
{
public:
    explicit WindowWatch(const QString& home) : m_home(home.toUtf8()), m_thread([this] { run(); }) {}
    ~WindowWatch() { (void)found(); }
    Q_DISABLE_COPY_MOVE(WindowWatch)

    /// Ends the watch; "pid class" of each window that was seen.
    QStringList found()
    {
        m_over = true;
        if (m_thread.joinable()) m_thread.join();
        return m_found;
    }
    int looks() const { return m_looks; }
    int windows() const { return m_windows; }

private:
    static BOOL CALLBACK look(HWND window, LPARAM parameter)
    {
        auto* self = reinterpret_cast<WindowWatch*>(parameter);
        DWORD pid = 0;
        ::GetWindowThreadProcessId(window, &pid);
        if (!::IsWindowVisible(window) || tropero::platform::environmentVariableOf(pid, "TROPERO_HOME") != self->m_home) return TRUE;
        wchar_t text[200] = {};
        ::GetClassNameW(window, text, 200);
        const QString seen = QString::number(pid) + QLatin1Char(' ') + QString::fromWCharArray(text);
        if (self->m_found.contains(seen)) return TRUE;
        self->m_found.append(seen);
        ++self->m_windows;
        return TRUE;
    }
    void run()
    {
        while (!m_over) {
            ::EnumWindows(look, reinterpret_cast<LPARAM>(this));
            ++m_looks;
            ::Sleep(5);
        }
    }

    QByteArray m_home;
    QStringList m_found; ///< the thread's until it has ended
    std::atomic<bool> m_over = false;
    std::atomic<int> m_looks = 0;
    std::atomic<int> m_windows = 0; ///< seen so far
    std::thread m_thread;
};
