// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/usersid_windows.h"

#include "platform/handle_windows.h"

#include <aclapi.h>
#include <sddl.h>

#include <vector>

namespace tropero::platform {

namespace {

QString textOf(PSID sid)
{
    wchar_t* text = nullptr;
    if (!::ConvertSidToStringSidW(sid, &text)) return {};
    const QString result = QString::fromWCharArray(text);
    ::LocalFree(text);
    return result;
}

QString userSidOfHandle(HANDLE process)
{
    HANDLE opened = nullptr;
    if (!::OpenProcessToken(process, TOKEN_QUERY, &opened)) return {};
    const Handle token(opened);
    DWORD size = 0;
    ::GetTokenInformation(token.get(), TokenUser, nullptr, 0, &size);
    std::vector<char> buffer(size);
    if (size == 0 || !::GetTokenInformation(token.get(), TokenUser, buffer.data(), size, &size)) return {};
    return textOf(reinterpret_cast<const TOKEN_USER*>(buffer.data())->User.Sid);
}

} // namespace

QString userSidOf(qint64 pid)
{
    const Handle process(::OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, static_cast<DWORD>(pid)));
    return process ? userSidOfHandle(process.get()) : QString();
}

QString ownerSidOf(void* object)
{
    PSID owner = nullptr;
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (::GetSecurityInfo(object, SE_KERNEL_OBJECT, OWNER_SECURITY_INFORMATION, &owner, nullptr, nullptr, nullptr, &descriptor) != ERROR_SUCCESS)
        return {};
    const QString sid = textOf(owner);
    ::LocalFree(descriptor);
    return sid;
}

QString ownUserSid()
{
    return userSidOfHandle(::GetCurrentProcess());
}

} // namespace tropero::platform
