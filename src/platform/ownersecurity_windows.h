// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qt_windows.h>

#include <QtGlobal>

namespace tropero::platform {

/// For objects that nobody but this user may open, and not over the network: owner and access list of a new object.
class OwnerSecurity
{
public:
    OwnerSecurity();
    ~OwnerSecurity();
    Q_DISABLE_COPY_MOVE(OwnerSecurity)

    /// nullptr when it could not be made; GetLastError() says why. Such an object must not be created then.
    SECURITY_ATTRIBUTES* attributes() { return m_attributes.lpSecurityDescriptor ? &m_attributes : nullptr; }

private:
    SECURITY_ATTRIBUTES m_attributes{sizeof(SECURITY_ATTRIBUTES), nullptr, FALSE};
};

} // namespace tropero::platform
