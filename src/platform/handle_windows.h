// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qt_windows.h>

#include <utility>

namespace tropero::platform {

/// Owner of a handle.
class Handle
{
public:
    Handle() = default;
    explicit Handle(HANDLE value) : m_value(value == INVALID_HANDLE_VALUE ? nullptr : value) {}
    ~Handle() { close(); }
    Handle(Handle&& other) noexcept : m_value(std::exchange(other.m_value, nullptr)) {}
    Handle& operator=(Handle&& other) noexcept
    {
        if (this != &other) {
            close();
            m_value = std::exchange(other.m_value, nullptr);
        }
        return *this;
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    explicit operator bool() const { return m_value != nullptr; }
    HANDLE get() const { return m_value; }
    HANDLE take() { return std::exchange(m_value, nullptr); }
    void close()
    {
        if (m_value) ::CloseHandle(m_value);
        m_value = nullptr;
    }

private:
    HANDLE m_value = nullptr;
};

} // namespace tropero::platform
