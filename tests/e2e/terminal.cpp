// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal.h"

#include "sandbox.h"

#include <QRegularExpression>

#include <array>

#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

Terminal::Terminal(const Sandbox& box, const QStringList& arguments, int columns, int rows)
{
    m_ours = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (m_ours < 0 || ::grantpt(m_ours) != 0 || ::unlockpt(m_ours) != 0) qFatal("no terminal to be had");
    m_its = ::open(::ptsname(m_ours), O_RDWR | O_NOCTTY | O_CLOEXEC);
    ::tcgetattr(m_its, &m_before);
    resize(columns, rows);
    m_notifier = std::make_unique<QSocketNotifier>(m_ours, QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] {
        std::array<char, 65536> buffer;
        if (const ssize_t count = ::read(m_ours, buffer.data(), buffer.size()); count > 0) m_output.append(buffer.data(), count);
    });
    m_program.setChildProcessModifier([its = m_its] {
        ::setsid();
        ::ioctl(its, TIOCSCTTY, 0);
        for (const int stream : {0, 1, 2})
            ::dup2(its, stream);
    });
    box.prepare(m_program);
    QProcessEnvironment environment = m_program.processEnvironment();
    environment.insert(u"TERM"_s, u"xterm-256color"_s);
    m_program.setProcessEnvironment(environment);
    m_program.setArguments(arguments);
    m_program.start();
    m_program.waitForStarted();
}

Terminal::~Terminal()
{
    m_program.kill();
    m_program.waitForFinished();
    m_notifier.reset();
    ::close(m_its);
    ::close(m_ours);
}

void Terminal::type(const QByteArray& keys)
{
    if (::write(m_ours, keys.constData(), static_cast<size_t>(keys.size())) != keys.size()) qFatal("the terminal takes no keys");
}

void Terminal::resize(int columns, int rows)
{
    struct winsize size = {};
    size.ws_col = static_cast<unsigned short>(columns);
    size.ws_row = static_cast<unsigned short>(rows);
    ::ioctl(m_ours, TIOCSWINSZ, &size);
}

QList<QByteArray> Terminal::picture() const
{
    const qsizetype end = m_output.lastIndexOf("\x1b[J");
    const qsizetype begin = end < 0 ? -1 : m_output.lastIndexOf("\x1b[H", end);
    if (begin < 0) return {};
    static const QRegularExpression sequence(u"\x1b\\[[?0-9;]*[A-Za-z]"_s);
    QString text = QString::fromUtf8(m_output.mid(begin, end - begin));
    return text.remove(sequence).remove(u'\r').toUtf8().split('\n');
}

bool Terminal::isAsBefore() const
{
    struct termios now = {};
    ::tcgetattr(m_its, &now);
    return now.c_lflag == m_before.c_lflag && now.c_cc[VSUSP] == m_before.c_cc[VSUSP];
}
