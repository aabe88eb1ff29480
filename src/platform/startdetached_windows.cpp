// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/processstart.h"

#include "core/arguments.h"
#include "platform/executable.h"
#include "platform/handle_windows.h"
#include "platform/inheritedhandles_windows.h"
#include "platform/systemerror.h"

#include <QCoreApplication>
#include <QDir>

#include <string>
#include <vector>

using namespace Qt::StringLiterals;

namespace tropero::platform {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProcessStart)
};

// A daemon that an app happens to start is no part of that app: it says so to those who look for the app's
// processes.
std::vector<wchar_t> environmentOfNoInstance()
{
    constexpr std::wstring_view instance = L"TROPERO_INSTANCE=";
    std::vector<wchar_t> block;
    wchar_t* const entries = ::GetEnvironmentStringsW();
    for (const wchar_t* entry = entries; entry && *entry; entry += std::wstring_view(entry).size() + 1) {
        std::wstring_view text(entry);
        if (text.starts_with(instance)) text = instance;
        block.insert(block.end(), text.begin(), text.end());
        block.push_back(L'\0');
    }
    if (entries) ::FreeEnvironmentStringsW(entries);
    block.push_back(L'\0');
    return block;
}

Handle openInheritable(const std::wstring& name, DWORD access, DWORD disposition)
{
    SECURITY_ATTRIBUTES inherited{sizeof(SECURITY_ATTRIBUTES), nullptr, TRUE};
    return Handle(::CreateFileW(name.c_str(), access, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                                &inherited, disposition, FILE_ATTRIBUTE_NORMAL, nullptr));
}

} // namespace

Result<qint64> startDetached(const QString& program, const QStringList& arguments, const QString& folder,
                             const QString& logFile)
{
    const Result<QString> path = findProgram(program, qEnvironmentVariable("PATH"));
    if (!path) return std::unexpected(path.error());
    const QString log = logFile.isEmpty() ? u"NUL"_s : QDir::toNativeSeparators(logFile);
    const Handle input = openInheritable(L"NUL", GENERIC_READ, OPEN_EXISTING);
    const Handle output = openInheritable(log.toStdWString(), FILE_APPEND_DATA | SYNCHRONIZE, OPEN_ALWAYS);
    if (!output)
        return systemFailure(::GetLastError(), Text::tr("Cannot open the file for writing"), logFile);

    const QString nativePath = QDir::toNativeSeparators(*path);
    std::wstring commandLine = joinArguments(QStringList{nativePath} + arguments).toStdWString();
    std::vector<wchar_t> environment = environmentOfNoInstance();
    const std::wstring directory = QDir::toNativeSeparators(folder).toStdWString();

    InheritedHandles inherited({input.get(), output.get()});
    STARTUPINFOEXW startup{};
    startup.StartupInfo.cb = sizeof startup;
    startup.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
    startup.StartupInfo.hStdInput = input.get();
    startup.StartupInfo.hStdOutput = output.get();
    startup.StartupInfo.hStdError = output.get();
    startup.lpAttributeList = inherited.list();
    constexpr DWORD flags = DETACHED_PROCESS | CREATE_NEW_PROCESS_GROUP | CREATE_UNICODE_ENVIRONMENT |
                            EXTENDED_STARTUPINFO_PRESENT;
    PROCESS_INFORMATION information{};
    // Out of the job of whoever starts us, where that job allows it.
    for (const DWORD breakaway : {static_cast<DWORD>(CREATE_BREAKAWAY_FROM_JOB), DWORD{0}}) {
        if (::CreateProcessW(nativePath.toStdWString().c_str(), commandLine.data(), nullptr, nullptr, TRUE,
                             flags | breakaway, environment.data(),
                             folder.isEmpty() ? nullptr : directory.c_str(), &startup.StartupInfo,
                             &information)) {
            ::CloseHandle(information.hThread);
            ::CloseHandle(information.hProcess);
            return static_cast<qint64>(information.dwProcessId);
        }
        if (::GetLastError() != ERROR_ACCESS_DENIED) break;
    }
    return systemFailure(::GetLastError(), Text::tr("Cannot start the program"), *path);
}

} // namespace tropero::platform
