// SPDX-License-Identifier: GPL-3.0-or-later
// A program with a window, for tests on Windows: windowed FOLDER [stay]. It writes FOLDER/shown when the window is there, and FOLDER/closed when it is asked
// to close; then it ends, unless it is to stay. Without Qt, so that nothing but the message can end it.
#include <windows.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace {

std::filesystem::path folder;
bool stays = false;

void write(const wchar_t* name)
{
    std::ofstream(folder / name) << ::GetCurrentProcessId() << '\n';
}

LRESULT CALLBACK handle(HWND window, UINT message, WPARAM first, LPARAM second)
{
    if (message == WM_CLOSE) {
        write(L"closed");
        if (!stays)
            ::PostQuitMessage(0);
        return 0;
    }
    return ::DefWindowProcW(window, message, first, second);
}

} // namespace

int wmain(int argc, wchar_t* argv[])
{
    folder = argc > 1 ? argv[1] : L".";
    ::SetConsoleCtrlHandler(nullptr, TRUE); // Windows puts no such program on the console of its parent; Wine does
    stays = argc > 2 && std::wstring(argv[2]) == L"stay";
    WNDCLASSW description{};
    description.lpfnWndProc = handle;
    description.hInstance = ::GetModuleHandleW(nullptr);
    description.lpszClassName = L"TroperoTestWindow";
    ::RegisterClassW(&description);
    HWND window = ::CreateWindowExW(0, description.lpszClassName, L"Test", WS_OVERLAPPEDWINDOW, 20, 20, 200, 100, nullptr, nullptr, description.hInstance, nullptr);
    if (!window)
        return 1;
    ::ShowWindow(window, SW_SHOWNOACTIVATE); // the first call would do as the starter said
    ::ShowWindow(window, SW_SHOWNOACTIVATE);
    write(L"shown");
    MSG message;
    while (::GetMessageW(&message, nullptr, 0, 0) > 0)
        ::DispatchMessageW(&message);
    return 0;
}
