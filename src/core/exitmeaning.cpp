// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exitmeaning.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

struct SignalName
{
    int number;
    QLatin1StringView name;
};

constexpr std::array signalNames{
    SignalName{1, "SIGHUP"_L1},   SignalName{2, "SIGINT"_L1},   SignalName{3, "SIGQUIT"_L1},  SignalName{4, "SIGILL"_L1},
    SignalName{5, "SIGTRAP"_L1},  SignalName{6, "SIGABRT"_L1},  SignalName{7, "SIGBUS"_L1},   SignalName{8, "SIGFPE"_L1},
    SignalName{9, "SIGKILL"_L1},  SignalName{10, "SIGUSR1"_L1}, SignalName{11, "SIGSEGV"_L1}, SignalName{12, "SIGUSR2"_L1},
    SignalName{13, "SIGPIPE"_L1}, SignalName{14, "SIGALRM"_L1}, SignalName{15, "SIGTERM"_L1}, SignalName{24, "SIGXCPU"_L1},
    SignalName{25, "SIGXFSZ"_L1}, SignalName{31, "SIGSYS"_L1},
};

struct CodeMeaning
{
    qint64 code;
    const char* text;
};

/// Shell conventions, Node's own codes and Windows status codes.
constexpr std::array codeMeanings{
    CodeMeaning{126, QT_TRANSLATE_NOOP("ExitCode", "the command cannot be executed")},
    CodeMeaning{127, QT_TRANSLATE_NOOP("ExitCode", "command not found")},
    CodeMeaning{0x40010004, QT_TRANSLATE_NOOP("ExitCode", "ended by the system")},
    CodeMeaning{0xC0000005, QT_TRANSLATE_NOOP("ExitCode", "access violation")},
    CodeMeaning{0xC0000017, QT_TRANSLATE_NOOP("ExitCode", "out of memory")},
    CodeMeaning{0xC00000FD, QT_TRANSLATE_NOOP("ExitCode", "stack overflow")},
    CodeMeaning{0xC0000135, QT_TRANSLATE_NOOP("ExitCode", "a DLL is missing")},
    CodeMeaning{0xC0000139, QT_TRANSLATE_NOOP("ExitCode", "a DLL has not the function needed")},
    CodeMeaning{0xC000013A, QT_TRANSLATE_NOOP("ExitCode", "Ctrl+C")},
    CodeMeaning{0xC0000142, QT_TRANSLATE_NOOP("ExitCode", "a DLL failed to initialise")},
    CodeMeaning{0xC0000374, QT_TRANSLATE_NOOP("ExitCode", "heap corruption")},
    CodeMeaning{0xC0000409, QT_TRANSLATE_NOOP("ExitCode", "aborted")},
};

const char* meaningOf(int code)
{
    const auto found = std::ranges::find(codeMeanings, static_cast<quint32>(code), &CodeMeaning::code);
    return found == codeMeanings.end() ? nullptr : found->text;
}

/// A shell reports a program that a signal ended as 128 + signal.
QString reportedSignal(int code)
{
    return code > 128 && code < 128 + 32 ? signalNameOf(code - 128) : QString();
}

} // namespace

QString signalNameOf(int number)
{
    for (const SignalName& entry : signalNames) {
        if (entry.number == number)
            return entry.name;
    }
    return {};
}

QString exitCodeMeaning(int code)
{
    if (const char* const text = meaningOf(code))
        return QCoreApplication::translate("ExitCode", text);
    return reportedSignal(code);
}

QString exitCodeMeaningInEnglish(int code)
{
    if (const char* const text = meaningOf(code))
        return QString::fromLatin1(text);
    return reportedSignal(code);
}

} // namespace tropero
