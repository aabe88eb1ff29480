// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/usersid_windows.h"

#include "platform/handle_windows.h"

#include <sddl.h>

#include <vector>

namespace tropero::platform {

namespace {

QString userSidOfHandle(HANDLE process)
{
    HANDLE opened = nullptr;
    if (!::OpenProcessToken(process, TOKEN_QUERY, &opened)) return {};
    const Handle token(opened);
    DWORD size = 0;
    ::GetTokenInformation(token.get(), TokenUser, nullptr, 0, &size);
    std::vector<char> buffer(size);
    if (size == 0 || !::GetTokenInformation(token.get(), TokenUser, buffer.data(), size, &size)) return {};
    wchar_t* text = nullptr;
    if (!::ConvertSidToStringSidW(reinterpret_cast<const TOKEN_USER*>(buffer.data())->User.Sid, &text))
        return {};
    const QString sid = QString::fromWCharArray(text);
    ::LocalFree(text);
    return sid;
}

} // namespace

QString userSidOf(qint64 pid)
{
    const Handle process(::OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, static_cast<DWORD>(pid)));
    return process ? userSidOfHandle(process.get()) : QString();
}

QString ownUserSid()
{
    return userSidOfHandle(::GetCurrentProcess());
}

} // namespace tropero::platform
