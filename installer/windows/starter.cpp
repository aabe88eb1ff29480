// SPDX-License-Identifier: GPL-3.0-or-later
// bin\tropero.exe and bin\tropero-desktop.exe of an installation: they start the program of the same name in the folder of the version that is
// current, which the file bin\current names. Their path stays the same through every upgrade; what PATH, shortcuts and login name is this one.
// No library is used but the system's: nothing but this one file has to be replaced while it runs.
#include <windows.h>

#include <string>

namespace {

constexpr int exitBroken = 3;

std::wstring ownPath()
{
    std::wstring path(MAX_PATH, L'\0');
    while (true) {
        const DWORD length = GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size()));
        if (length < path.size()) {
            path.resize(length);
            return path;
        }
        path.resize(2 * path.size());
    }
}

/// Name of the folder of the current version, "app-1.2.3": plain ASCII. Empty when the file cannot be read.
std::wstring currentVersion(const std::wstring& file)
{
    const HANDLE handle = CreateFileW(file.c_str(), GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, OPEN_EXISTING, 0, nullptr);
    if (handle == INVALID_HANDLE_VALUE) return {};
    char bytes[128];
    DWORD count = 0;
    const BOOL read = ReadFile(handle, bytes, sizeof bytes, &count, nullptr);
    CloseHandle(handle);
    std::wstring name;
    for (DWORD i = 0; read && i < count && bytes[i] > ' '; ++i)
        name += static_cast<wchar_t>(bytes[i]);
    return name.find_first_of(L"\\/:") == std::wstring::npos ? name : std::wstring();
}

/// What follows the program's name, as it was written: no quoting is undone and made again.
const wchar_t* argumentsOf(const wchar_t* line)
{
    bool quoted = false;
    for (; *line && (quoted || (*line != L' ' && *line != L'\t')); ++line)
        if (*line == L'"') quoted = !quoted;
    return line;
}

/// Ctrl+C is for the program; it decides whether it ends.
BOOL WINAPI leaveToProgram(DWORD event)
{
    return event == CTRL_C_EVENT || event == CTRL_BREAK_EVENT;
}

/// Our end is the program's end, but not that of what it starts.
[[maybe_unused]] void tieTo(HANDLE process)
{
    const HANDLE job = CreateJobObjectW(nullptr, nullptr);
    if (!job) return;
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE | JOB_OBJECT_LIMIT_SILENT_BREAKAWAY_OK;
    SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);
    AssignProcessToJobObject(job, process);
}

int report(const std::wstring& program)
{
    const std::wstring text = L"Tropero cannot start " + program + L"\nInstall it again.\n";
#ifdef TROPERO_STARTER_WINDOW
    MessageBoxW(nullptr, text.c_str(), L"Tropero", MB_ICONERROR);
#else
    DWORD written = 0;
    const HANDLE output = GetStdHandle(STD_ERROR_HANDLE);
    if (!WriteConsoleW(output, text.data(), static_cast<DWORD>(text.size()), &written, nullptr)) {
        std::string bytes(4 * text.size(), '\0');
        bytes.resize(static_cast<size_t>(WideCharToMultiByte(CP_UTF8, 0, text.data(), static_cast<int>(text.size()), bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr)));
        WriteFile(output, bytes.data(), static_cast<DWORD>(bytes.size()), &written, nullptr);
    }
#endif
    return exitBroken;
}

} // namespace

int main()
{
    const std::wstring own = ownPath();
    const std::wstring bin = own.substr(0, own.find_last_of(L"\\/"));
    const std::wstring root = bin.substr(0, bin.find_last_of(L"\\/"));
    const std::wstring version = currentVersion(bin + L"\\current");
    const std::wstring program = root + L'\\' + version + own.substr(bin.size());
    if (version.empty()) return report(program);

    std::wstring line = L'"' + program + L'"' + argumentsOf(GetCommandLineW());
    STARTUPINFOW startup{};
    startup.cb = sizeof startup;
    GetStartupInfoW(&startup);
    startup.lpReserved = nullptr;
    PROCESS_INFORMATION started{};
    SetConsoleCtrlHandler(leaveToProgram, TRUE);
    if (!CreateProcessW(program.c_str(), line.data(), nullptr, nullptr, TRUE, CREATE_SUSPENDED, nullptr, nullptr, &startup, &started)) return report(program);
#ifdef TROPERO_STARTER_WINDOW
    AllowSetForegroundWindow(started.dwProcessId);
    ResumeThread(started.hThread);
    return 0;
#else
    tieTo(started.hProcess);
    ResumeThread(started.hThread);
    WaitForSingleObject(started.hProcess, INFINITE);
    DWORD code = exitBroken;
    GetExitCodeProcess(started.hProcess, &code);
    return static_cast<int>(code);
#endif
}
