// SPDX-License-Identifier: GPL-3.0-or-later
// What the installer does better in a program than in NSIS, whose texts end at 1024 letters:
//   setuphelper path-add FOLDER, path-remove FOLDER    the user's PATH
//   setuphelper in-use FOLDER                          exit code 1 when a program in that folder runs
//   setuphelper end FOLDER                             ends every program that runs from that folder
//   setuphelper shortcut LINK PROGRAM ID               a shortcut with the identity that the window gives itself
//   setuphelper forget ID                              the menu that the window has written for its symbol in the taskbar
#include <windows.h>
#include <shellapi.h>
#include <shlobj.h>
#include <propsys.h>
#include <tlhelp32.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace {

// System.AppUserModel.ID
constexpr PROPERTYKEY identity{{0x9F4C2855, 0x9F79, 0x4B39, {0xA8, 0xD0, 0xE1, 0xD4, 0x2D, 0xE1, 0xD5, 0xF3}}, 5};
constexpr int exitUsage = 2;
constexpr int exitFailed = 3;

bool sameFolder(std::wstring_view a, std::wstring_view b)
{
    while (a.ends_with(L'\\')) a.remove_suffix(1);
    while (b.ends_with(L'\\')) b.remove_suffix(1);
    return a.size() == b.size() && CompareStringOrdinal(a.data(), static_cast<int>(a.size()), b.data(), static_cast<int>(b.size()), TRUE) == CSTR_EQUAL;
}

/// The entries other than the folder, as they are written.
std::wstring without(const std::wstring& path, const std::wstring& folder)
{
    std::wstring rest;
    for (size_t from = 0; from <= path.size();) {
        const size_t to = std::min(path.find(L';', from), path.size());
        const std::wstring_view entry = std::wstring_view(path).substr(from, to - from);
        if (!entry.empty() && !sameFolder(entry, folder)) {
            if (!rest.empty()) rest += L';';
            rest += entry;
        }
        from = to + 1;
    }
    return rest;
}

int changePath(const std::wstring& folder, bool wanted)
{
    HKEY key = nullptr;
    if (RegCreateKeyExW(HKEY_CURRENT_USER, L"Environment", 0, nullptr, 0, KEY_READ | KEY_WRITE, nullptr, &key, nullptr) != ERROR_SUCCESS) return exitFailed;
    DWORD type = REG_EXPAND_SZ;
    DWORD size = 0;
    std::wstring path;
    LSTATUS status = RegQueryValueExW(key, L"Path", nullptr, &type, nullptr, &size);
    if (status == ERROR_SUCCESS) {
        path.resize(size / sizeof(wchar_t));
        status = RegQueryValueExW(key, L"Path", nullptr, &type, reinterpret_cast<BYTE*>(path.data()), &size);
        while (!path.empty() && path.back() == L'\0') path.pop_back();
    } else if (status == ERROR_FILE_NOT_FOUND) {
        status = ERROR_SUCCESS;
    }
    // A value that is no text is not ours to change.
    if (status == ERROR_SUCCESS && type != REG_SZ && type != REG_EXPAND_SZ) status = ERROR_INVALID_DATA;
    if (status == ERROR_SUCCESS) {
        std::wstring changed = without(path, folder);
        if (wanted) changed += (changed.empty() ? L"" : L";") + folder;
        if (changed.empty()) status = RegDeleteValueW(key, L"Path");
        else status = RegSetValueExW(key, L"Path", 0, type, reinterpret_cast<const BYTE*>(changed.c_str()), static_cast<DWORD>((changed.size() + 1) * sizeof(wchar_t)));
        if (status == ERROR_FILE_NOT_FOUND) status = ERROR_SUCCESS;
    }
    RegCloseKey(key);
    if (status != ERROR_SUCCESS) return exitFailed;
    SendMessageTimeoutW(HWND_BROADCAST, WM_SETTINGCHANGE, 0, reinterpret_cast<LPARAM>(L"Environment"), SMTO_ABORTIFHUNG, 2000, nullptr);
    return 0;
}

/// The file of a running program can be opened for reading but not for writing.
int inUse(const std::wstring& folder)
{
    WIN32_FIND_DATAW found{};
    const HANDLE search = FindFirstFileW((folder + L"\\*.exe").c_str(), &found);
    if (search == INVALID_HANDLE_VALUE) return 0;
    bool used = false;
    do {
        const std::wstring file = folder + L'\\' + found.cFileName;
        const HANDLE handle = CreateFileW(file.c_str(), GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, OPEN_EXISTING, 0, nullptr);
        if (handle == INVALID_HANDLE_VALUE) used = true;
        else CloseHandle(handle);
    } while (!used && FindNextFileW(search, &found));
    FindClose(search);
    return used ? 1 : 0;
}

int endPrograms(const std::wstring& folder)
{
    const HANDLE snapshot = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    if (snapshot == INVALID_HANDLE_VALUE) return exitFailed;
    PROCESSENTRY32W entry{};
    entry.dwSize = sizeof entry;
    for (BOOL more = Process32FirstW(snapshot, &entry); more; more = Process32NextW(snapshot, &entry)) {
        const HANDLE process = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION | PROCESS_TERMINATE, FALSE, entry.th32ProcessID);
        if (!process) continue;
        std::wstring path(32768, L'\0');
        auto length = static_cast<DWORD>(path.size());
        if (QueryFullProcessImageNameW(process, 0, path.data(), &length) && length > folder.size() && path[folder.size()] == L'\\'
            && sameFolder(std::wstring_view(path).substr(0, folder.size()), folder))
            TerminateProcess(process, 1);
        CloseHandle(process);
    }
    CloseHandle(snapshot);
    return 0;
}

/// Windows takes window, pinned shortcut, jump list and notifications together by this identity.
bool identify(IShellLinkW* link, const wchar_t* id)
{
    IPropertyStore* store = nullptr;
    if (FAILED(link->QueryInterface(IID_IPropertyStore, reinterpret_cast<void**>(&store)))) return false;
    PROPVARIANT value{};
    value.vt = VT_LPWSTR;
    value.pwszVal = const_cast<wchar_t*>(id);
    const bool done = SUCCEEDED(store->SetValue(identity, value)) && SUCCEEDED(store->Commit());
    store->Release();
    return done;
}

int makeShortcut(const std::wstring& file, const std::wstring& program, const wchar_t* id)
{
    if (FAILED(CoInitializeEx(nullptr, COINIT_APARTMENTTHREADED))) return exitFailed;
    IShellLinkW* link = nullptr;
    if (FAILED(CoCreateInstance(CLSID_ShellLink, nullptr, CLSCTX_INPROC_SERVER, IID_IShellLinkW, reinterpret_cast<void**>(&link)))) return exitFailed;
    link->SetPath(program.c_str());
    link->SetDescription(L"Tropero");
    identify(link, id); // a shortcut without it is still one
    IPersistFile* stored = nullptr;
    bool done = SUCCEEDED(link->QueryInterface(IID_IPersistFile, reinterpret_cast<void**>(&stored)));
    done = done && SUCCEEDED(stored->Save(file.c_str(), TRUE));
    if (stored) stored->Release();
    link->Release();
    CoUninitialize();
    return done ? 0 : exitFailed;
}

int forgetMenu(const wchar_t* id)
{
    if (FAILED(CoInitializeEx(nullptr, COINIT_APARTMENTTHREADED))) return exitFailed;
    ICustomDestinationList* list = nullptr;
    const bool made = SUCCEEDED(CoCreateInstance(CLSID_DestinationList, nullptr, CLSCTX_INPROC_SERVER, IID_ICustomDestinationList, reinterpret_cast<void**>(&list)));
    const bool done = made && SUCCEEDED(list->DeleteList(id));
    if (made) list->Release();
    CoUninitialize();
    return done ? 0 : exitFailed;
}

} // namespace

int main()
{
    int count = 0;
    wchar_t** const words = CommandLineToArgvW(GetCommandLineW(), &count);
    if (!words || count < 3) return exitUsage;
    const std::wstring_view verb = words[1];
    if (verb == L"path-add") return changePath(words[2], true);
    if (verb == L"path-remove") return changePath(words[2], false);
    if (verb == L"in-use") return inUse(words[2]);
    if (verb == L"end") return endPrograms(words[2]);
    if (verb == L"forget") return forgetMenu(words[2]);
    if (verb == L"shortcut" && count == 5) return makeShortcut(words[2], words[3], words[4]);
    return exitUsage;
}
