// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/terminalkeys.h"

#include <QWinEventNotifier>

#include <array>

#include <qt_windows.h>

namespace tropero::platform {

struct TerminalKeys::Private
{
    HANDLE input = ::GetStdHandle(STD_INPUT_HANDLE);
    QWinEventNotifier notifier;
    DWORD before = 0;
    bool changed = false;
    QString half; ///< the first of two units of a character

    QByteArray read();
};

/// Keys only; the input of a console is signalled for its mouse and its size, too.
QByteArray TerminalKeys::Private::read()
{
    std::array<INPUT_RECORD, 64> records;
    DWORD count = 0;
    if (!::ReadConsoleInputW(input, records.data(), static_cast<DWORD>(records.size()), &count)) {
        notifier.setEnabled(false);
        return {};
    }
    QString text = std::exchange(half, {});
    for (DWORD i = 0; i < count; ++i) {
        const INPUT_RECORD& record = records[i];
        if (record.EventType == KEY_EVENT && record.Event.KeyEvent.bKeyDown && record.Event.KeyEvent.uChar.UnicodeChar != 0)
            text += QString(record.Event.KeyEvent.wRepeatCount, QChar(record.Event.KeyEvent.uChar.UnicodeChar));
    }
    if (!text.isEmpty() && text.back().isHighSurrogate()) {
        half = text.back();
        text.chop(1);
    }
    return text.toUtf8();
}

TerminalKeys::TerminalKeys(QObject* parent) : QObject(parent), d(std::make_unique<Private>())
{
    if (::GetConsoleMode(d->input, &d->before)) {
        // Keys that have no character then come as the sequences that terminals send elsewhere.
        const DWORD wanted = (d->before & ~DWORD{ENABLE_LINE_INPUT | ENABLE_ECHO_INPUT}) | ENABLE_VIRTUAL_TERMINAL_INPUT;
        d->changed = ::SetConsoleMode(d->input, wanted) != 0;
    }
    d->notifier.setHandle(d->input);
    connect(&d->notifier, &QWinEventNotifier::activated, this, [this] {
        const QByteArray bytes = d->read();
        if (!d->notifier.isEnabled())
            Q_EMIT ended();
        else if (!bytes.isEmpty())
            Q_EMIT typed(bytes);
    });
    d->notifier.setEnabled(true);
}

TerminalKeys::~TerminalKeys()
{
    d->notifier.setEnabled(false);
    if (d->changed) ::SetConsoleMode(d->input, d->before);
}

} // namespace tropero::platform
