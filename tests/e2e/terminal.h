// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QSocketNotifier>

#include <memory>

#include <termios.h>

class Sandbox;

/// The command line tool on a terminal of its own.
class Terminal
{
public:
    Terminal(const Sandbox& box, const QStringList& arguments, int columns = 100, int rows = 30);
    ~Terminal();

    void type(const QByteArray& keys);
    void resize(int columns, int rows);
    /// What was painted last, line by line, without colours; not whole when less than a picture has come.
    QList<QByteArray> picture() const;
    bool shows(const QByteArray& text) const { return picture().join('\n').contains(text); }
    const QByteArray& output() const { return m_output; }
    /// Whether it takes keys line by line and echoes them, as a shell expects.
    bool isAsBefore() const;
    QProcess& program() { return m_program; }

private:
    int m_ours = -1;
    int m_its = -1;
    struct termios m_before = {};
    QProcess m_program;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QByteArray m_output;
};
