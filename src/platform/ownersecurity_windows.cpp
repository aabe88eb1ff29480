// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/ownersecurity_windows.h"

#include "platform/usersid_windows.h"

#include <sddl.h>

#include <string>

using namespace Qt::StringLiterals;

namespace tropero::platform {

OwnerSecurity::OwnerSecurity()
{
    const QString user = ownUserSid();
    if (user.isEmpty()) return;
    // Protected: nothing is inherited. Who comes over the network carries the group NU, whoever it is.
    const std::wstring text = u"O:%1D:P(D;;GA;;;NU)(A;;GA;;;%1)"_s.arg(user).toStdWString();
    ::ConvertStringSecurityDescriptorToSecurityDescriptorW(text.c_str(), SDDL_REVISION_1, &m_attributes.lpSecurityDescriptor, nullptr);
}

OwnerSecurity::~OwnerSecurity()
{
    if (m_attributes.lpSecurityDescriptor) ::LocalFree(m_attributes.lpSecurityDescriptor);
}

} // namespace tropero::platform
