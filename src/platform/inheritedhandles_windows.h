// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qt_windows.h>

#include <QtGlobal>

#include <utility>
#include <vector>

namespace tropero::platform {

/// Limits what a new process inherits to the given handles, which must be inheritable and different from each other.
class InheritedHandles
{
public:
    explicit InheritedHandles(std::vector<HANDLE> handles) : m_handles(std::move(handles))
    {
        SIZE_T size = 0;
        ::InitializeProcThreadAttributeList(nullptr, 1, 0, &size);
        m_buffer.resize(size);
        m_valid = ::InitializeProcThreadAttributeList(list(), 1, 0, &size) &&
                  ::UpdateProcThreadAttribute(list(), 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST, m_handles.data(),
                                              m_handles.size() * sizeof(HANDLE), nullptr, nullptr);
    }
    ~InheritedHandles()
    {
        if (m_valid) ::DeleteProcThreadAttributeList(list());
    }
    Q_DISABLE_COPY_MOVE(InheritedHandles)

    LPPROC_THREAD_ATTRIBUTE_LIST list()
    {
        return reinterpret_cast<LPPROC_THREAD_ATTRIBUTE_LIST>(m_buffer.data());
    }

private:
    std::vector<HANDLE> m_handles;
    std::vector<char> m_buffer;
    bool m_valid = false;
};

} // namespace tropero::platform
