// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/processdetails.h"

#include "platform/handle_windows.h"
#include "platform/nativeprocess_windows.h"
#include "platform/usersid_windows.h"

#include <QDir>

#include <shellapi.h>

#include <vector>

namespace tropero::platform {

namespace {

QString executableOf(qint64 pid)
{
    const Handle process(::OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, static_cast<DWORD>(pid)));
    if (!process) return {};
    std::vector<wchar_t> path(32 * 1024);
    auto size = static_cast<DWORD>(path.size());
    if (!::QueryFullProcessImageNameW(process.get(), 0, path.data(), &size)) return {};
    return QDir::fromNativeSeparators(QString::fromWCharArray(path.data(), static_cast<qsizetype>(size)));
}

QStringList wordsOf(const QString& commandLine)
{
    QStringList words;
    if (commandLine.isEmpty()) return words;
    int count = 0;
    wchar_t** parts =
        ::CommandLineToArgvW(reinterpret_cast<const wchar_t*>(commandLine.utf16()), &count);
    for (int i = 0; parts && i < count; ++i)
        words.append(QString::fromWCharArray(parts[i]));
    ::LocalFree(parts);
    return words;
}

} // namespace

ProcessDetails processDetails(qint64 pid)
{
    ProcessDetails details;
    details.executable = executableOf(pid);
    if (const auto launch = native::launchOf(pid)) details.commandLine = wordsOf(launch->commandLine);
    return details;
}

QString folderOf(qint64 pid)
{
    const auto launch = native::launchOf(pid);
    return launch ? QDir::cleanPath(QDir::fromNativeSeparators(launch->folder)) : QString();
}

bool belongsToThisUser(qint64 pid)
{
    static const QString self = ownUserSid();
    return !self.isEmpty() && userSidOf(pid) == self;
}

qint64 startedAt(const ProcessId& process)
{
    // 100 ns since 1601.
    constexpr qint64 from1601To1970 = 11'644'473'600'000;
    return process.startTime == 0 ? 0 : static_cast<qint64>(process.startTime / 10'000) - from1601To1970;
}

} // namespace tropero::platform
