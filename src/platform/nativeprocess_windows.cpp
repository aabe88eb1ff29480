// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/nativeprocess_windows.h"

#include "platform/handle_windows.h"

#include <winternl.h>

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

// Not in the headers.
extern "C" NTSTATUS NTAPI NtResumeProcess(HANDLE process);

namespace tropero::platform::native {

namespace {

// What the header calls reserved, documented by its long use.
struct SystemProcess
{
    ULONG nextEntryOffset;
    ULONG threadCount;
    LARGE_INTEGER privateWorkingSet;
    ULONG hardFaults;
    ULONG highestThreadCount;
    ULONGLONG cycles;
    LARGE_INTEGER created;
    LARGE_INTEGER userTime;
    LARGE_INTEGER kernelTime;
    UNICODE_STRING imageName;
    LONG basePriority;
    HANDLE pid;
    HANDLE parent;
    ULONG handleCount;
    ULONG session;
    ULONG_PTR key;
    SIZE_T peakVirtualSize;
    SIZE_T virtualSize;
    ULONG pageFaults;
    SIZE_T peakWorkingSet;
    SIZE_T workingSet;
};

constexpr LONG lengthMismatch = static_cast<LONG>(0xC0000004);
constexpr ULONG_PTR parametersInPeb = 0x20;
constexpr ULONG_PTR folderInParameters = 0x38;
constexpr ULONG_PTR commandLineInParameters = 0x70;
constexpr ULONG_PTR environmentInParameters = 0x80;
constexpr SIZE_T largestEnvironment = 1024 * 1024;

template <typename Value>
std::optional<Value> readMemory(HANDLE process, ULONG_PTR address)
{
    Value value{};
    SIZE_T count = 0;
    if (!::ReadProcessMemory(process, reinterpret_cast<const void*>(address), &value, sizeof value, &count) ||
        count != sizeof value)
        return std::nullopt;
    return value;
}

std::optional<ULONG_PTR> parametersOf(HANDLE process)
{
    PROCESS_BASIC_INFORMATION information{};
    if (::NtQueryInformationProcess(process, ProcessBasicInformation, &information, sizeof information,
                                    nullptr) < 0)
        return std::nullopt;
    return readMemory<ULONG_PTR>(process,
                                 reinterpret_cast<ULONG_PTR>(information.PebBaseAddress) + parametersInPeb);
}

/// A process whose memory can be read, and where its parameters are in it.
struct Readable
{
    Handle process;
    ULONG_PTR parameters = 0;
};

std::optional<Readable> openForReading(qint64 pid)
{
    Handle process(
        ::OpenProcess(PROCESS_QUERY_INFORMATION | PROCESS_VM_READ, FALSE, static_cast<DWORD>(pid)));
    if (!process) return std::nullopt;
    const auto parameters = parametersOf(process.get());
    if (!parameters) return std::nullopt;
    return Readable{std::move(process), *parameters};
}

QString readText(HANDLE process, ULONG_PTR address)
{
    const auto text = readMemory<UNICODE_STRING>(process, address);
    if (!text || text->Length == 0) return {};
    std::vector<wchar_t> buffer(text->Length / sizeof(wchar_t));
    SIZE_T count = 0;
    if (!::ReadProcessMemory(process, text->Buffer, buffer.data(), buffer.size() * sizeof(wchar_t), &count))
        return {};
    return QString::fromWCharArray(buffer.data(), static_cast<qsizetype>(count / sizeof(wchar_t)));
}

std::vector<char> processTable()
{
    std::vector<char> buffer(512 * 1024);
    for (int attempt = 0; attempt < 8; ++attempt) {
        ULONG needed = 0;
        const NTSTATUS status = ::NtQuerySystemInformation(SystemProcessInformation, buffer.data(),
                                                           static_cast<ULONG>(buffer.size()), &needed);
        if (status >= 0) return buffer;
        if (status != lengthMismatch) break;
        buffer.resize(needed + 64 * 1024);
    }
    return {};
}

// The system calls the handler in a thread of its own, which can reach nothing but static data.
HANDLE passedBy()
{
    static const HANDLE event = ::CreateEventW(nullptr, TRUE, FALSE, nullptr);
    return event;
}

BOOL WINAPI ignoreEvent(DWORD)
{
    ::SetEvent(passedBy());
    return TRUE;
}

struct Closing
{
    DWORD pid = 0;
    bool asked = false;
};

BOOL CALLBACK closeWindow(HWND window, LPARAM parameter)
{
    auto* closing = reinterpret_cast<Closing*>(parameter);
    DWORD owner = 0;
    ::GetWindowThreadProcessId(window, &owner);
    if (owner == closing->pid && ::IsWindowVisible(window) && ::PostMessageW(window, WM_CLOSE, 0, 0))
        closing->asked = true;
    return TRUE;
}

} // namespace

bool isConsoleHost(const QString& name)
{
    return name.compare("conhost.exe"_L1, Qt::CaseInsensitive) == 0;
}

void forEachProcess(const std::function<void(const Row&)>& call)
{
    const std::vector<char> buffer = processTable();
    for (size_t offset = 0; offset + sizeof(SystemProcess) <= buffer.size();) {
        const auto* entry = reinterpret_cast<const SystemProcess*>(buffer.data() + offset);
        Row row;
        row.pid = reinterpret_cast<qint64>(entry->pid);
        row.parent = reinterpret_cast<qint64>(entry->parent);
        row.created = static_cast<quint64>(entry->created.QuadPart);
        row.cpuTime = static_cast<quint64>(entry->userTime.QuadPart + entry->kernelTime.QuadPart);
        row.workingSet = static_cast<qint64>(entry->workingSet);
        row.threads = static_cast<int>(entry->threadCount);
        row.handles = static_cast<int>(entry->handleCount);
        row.name = QString::fromWCharArray(entry->imageName.Buffer,
                                           entry->imageName.Length / static_cast<qsizetype>(sizeof(wchar_t)));
        if (row.pid != 0) call(row);
        if (entry->nextEntryOffset == 0) break;
        offset += entry->nextEntryOffset;
    }
}

std::optional<QString> environmentOf(qint64 pid)
{
    const auto opened = openForReading(pid);
    if (!opened) return std::nullopt;
    const auto& [process, parameters] = *opened;
    const auto environment = readMemory<ULONG_PTR>(process.get(), parameters + environmentInParameters);
    if (!environment || *environment == 0) return std::nullopt;
    MEMORY_BASIC_INFORMATION region{};
    if (!::VirtualQueryEx(process.get(), reinterpret_cast<const void*>(*environment), &region, sizeof region))
        return std::nullopt;
    const ULONG_PTR regionEnd = reinterpret_cast<ULONG_PTR>(region.BaseAddress) + region.RegionSize;
    const SIZE_T size = std::min<SIZE_T>(regionEnd - *environment, largestEnvironment);
    std::vector<wchar_t> block(size / sizeof(wchar_t));
    SIZE_T count = 0;
    if (!::ReadProcessMemory(process.get(), reinterpret_cast<const void*>(*environment), block.data(),
                             block.size() * sizeof(wchar_t), &count))
        return std::nullopt;
    QString text = QString::fromWCharArray(block.data(), static_cast<qsizetype>(count / sizeof(wchar_t)));
    // An empty entry ends the list; what follows in the region is something else.
    if (const qsizetype end = text.indexOf(QStringView(u"\0\0", 2)); end >= 0) text.truncate(end + 1);
    return text;
}

std::optional<Launch> launchOf(qint64 pid)
{
    const auto opened = openForReading(pid);
    if (!opened) return std::nullopt;
    const auto& [process, parameters] = *opened;
    return Launch{readText(process.get(), parameters + commandLineInParameters),
                  readText(process.get(), parameters + folderInParameters)};
}

void resume(qint64 pid)
{
    const Handle process(::OpenProcess(PROCESS_SUSPEND_RESUME, FALSE, static_cast<DWORD>(pid)));
    if (process) ::NtResumeProcess(process.get());
}

bool sendToConsole(qint64 pid, ConsoleEvent event)
{
    // The event reaches this process, too, as it is on that console by then: it is waited for, since it would end the process if it came
    // when nothing ignores it any more. The limit is for a system that is out of order.
    constexpr DWORD longestWait = 1000;
    ::FreeConsole();
    if (!::AttachConsole(static_cast<DWORD>(pid))) return false;
    ::SetConsoleCtrlHandler(nullptr, FALSE); // Ctrl+C comes to handlers only where it is not ignored as a whole
    ::SetConsoleCtrlHandler(ignoreEvent, TRUE);
    ::ResetEvent(passedBy());
    const bool sent = ::GenerateConsoleCtrlEvent(event == ConsoleEvent::Break ? CTRL_BREAK_EVENT : CTRL_C_EVENT, 0) != 0;
    const DWORD error = ::GetLastError();
    if (sent) (void)::WaitForSingleObject(passedBy(), longestWait);
    ::FreeConsole();
    ::SetConsoleCtrlHandler(ignoreEvent, FALSE);
    ::SetLastError(error);
    return sent;
}

bool closeWindows(qint64 pid)
{
    Closing closing{static_cast<DWORD>(pid)};
    ::EnumWindows(closeWindow, reinterpret_cast<LPARAM>(&closing));
    return closing.asked;
}

} // namespace tropero::platform::native
