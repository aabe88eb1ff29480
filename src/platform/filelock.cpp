// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/filelock.h"

#include <utility>

namespace tropero::platform {

FileLock::~FileLock()
{
    release();
}

FileLock::FileLock(FileLock&& other) noexcept : m_handle(std::exchange(other.m_handle, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept
{
    if (this != &other) {
        release();
        m_handle = std::exchange(other.m_handle, -1);
    }
    return *this;
}

QString FileLock::holderIn(const QByteArray& text)
{
    bool isNumber = false;
    const qint64 pid = text.trimmed().toLongLong(&isNumber);
    return isNumber ? QString::number(pid) : QString();
}

} // namespace tropero::platform
