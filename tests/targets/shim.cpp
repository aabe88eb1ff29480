// SPDX-License-Identifier: GPL-3.0-or-later
// Stands for the shims of Volta and their like on Windows: copied to NAME.exe, it runs the command line in NAME.target beside it with its own arguments
// behind, waits, and ends with its exit code.
#include <windows.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

// What follows the first word, as it was written.
std::wstring ownArguments()
{
    const wchar_t* at = ::GetCommandLineW();
    const wchar_t end = *at == L'"' ? L'"' : L' ';
    if (end == L'"')
        ++at;
    while (*at && *at != end)
        ++at;
    return *at == L'"' ? at + 1 : at;
}

} // namespace

int wmain()
{
    wchar_t path[32768];
    ::GetModuleFileNameW(nullptr, path, 32768);
    std::ifstream file(std::filesystem::path(path).replace_extension(L".target"), std::ios::binary);
    const std::string target{std::istreambuf_iterator<char>(file), {}};
    std::wstring line(target.size() + 1, L'\0');
    line.resize(static_cast<std::size_t>(::MultiByteToWideChar(CP_UTF8, 0, target.data(), static_cast<int>(target.size()), line.data(), static_cast<int>(line.size()))));
    line += ownArguments();
    ::SetConsoleCtrlHandler([](DWORD) -> BOOL { return TRUE; }, TRUE); // as Volta does: the child has the word
    STARTUPINFOW start{};
    start.cb = sizeof start;
    PROCESS_INFORMATION child{};
    if (!::CreateProcessW(nullptr, line.data(), nullptr, nullptr, TRUE, 0, nullptr, nullptr, &start, &child))
        return 126;
    ::WaitForSingleObject(child.hProcess, INFINITE);
    DWORD code = 1;
    ::GetExitCodeProcess(child.hProcess, &code);
    return static_cast<int>(code);
}
