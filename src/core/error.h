// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <expected>

namespace tropero {

/// Stable kinds of failure. Their keys (errorKey) travel in the protocol and never change.
enum class ErrorCode {
    InvalidArgument,
    NotFound,
    AlreadyExists,
    NotExecutable,
    WrongArchitecture,
    MissingFolder,
    MissingInterpreter,
    PermissionDenied,
    Unavailable, ///< the daemon or a guard cannot be reached
    Timeout,
    Io,
    NoSpace,
    Protocol,
    Unsupported,
    Cancelled,
    NotReady,    ///< a new process was not ready in time, or ended before
    Internal,
};

/// What failed, on what, why, and what the user can do. All texts are translated sentences or phrases without a final stop.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString what;    ///< "Cannot start the app"
    QString subject; ///< the file, name or key it is about; may be empty
    QString why;     ///< "the file does not exist; looked in /a, /b"
    QString remedy;  ///< "Check the path"; may be empty

    /// One line: "what: subject: why. remedy." without empty parts.
    QString message() const;
    QJsonObject toJson() const;
    static Error fromJson(const QJsonObject& json);
    bool operator==(const Error&) const = default;
};

template<typename T>
using Result = std::expected<T, Error>;

/// Stable key, e.g. "not-found".
QString errorKey(ErrorCode code);
/// Inverse of errorKey(); unknown keys are Internal.
ErrorCode errorCodeFromKey(const QString& key);

std::unexpected<Error> failure(ErrorCode code, QString what, QString subject = {}, QString why = {}, QString remedy = {});

} // namespace tropero
