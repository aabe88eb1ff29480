// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/files.h"

#include <utility>

namespace tropero::platform {

AppendFile::~AppendFile()
{
    close();
}

AppendFile::AppendFile(AppendFile&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

AppendFile& AppendFile::operator=(AppendFile&& other) noexcept
{
    if (this != &other) {
        close();
        m_descriptor = std::exchange(other.m_descriptor, -1);
    }
    return *this;
}

} // namespace tropero::platform
