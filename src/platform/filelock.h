// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

namespace tropero::platform {

/// A lock that the system releases when its holder dies, by whatever means. The file stays and holds the holder's pid as text.
class FileLock
{
public:
    FileLock() = default;
    ~FileLock();
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

    /// AlreadyExists when another process holds it (subject: that pid). Does not wait. Not inherited by children.
    static Result<FileLock> acquire(const QString& path);
    /// True when some process holds it now.
    static bool isHeld(const QString& path);
    void release();

private:
    /// The pid in the text of a lock's file; empty when there is none.
    static QString holderIn(const QByteArray& text);

    qintptr m_handle = -1;
};

} // namespace tropero::platform
