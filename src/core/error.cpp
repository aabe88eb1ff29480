// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"

#include <QStringList>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

struct CodeKey
{
    ErrorCode code;
    QLatin1StringView key;
};

constexpr std::array codeKeys{
    CodeKey{ErrorCode::InvalidArgument, "invalid-argument"_L1},
    CodeKey{ErrorCode::NotFound, "not-found"_L1},
    CodeKey{ErrorCode::AlreadyExists, "already-exists"_L1},
    CodeKey{ErrorCode::NotExecutable, "not-executable"_L1},
    CodeKey{ErrorCode::WrongArchitecture, "wrong-architecture"_L1},
    CodeKey{ErrorCode::MissingFolder, "missing-folder"_L1},
    CodeKey{ErrorCode::MissingInterpreter, "missing-interpreter"_L1},
    CodeKey{ErrorCode::PermissionDenied, "permission-denied"_L1},
    CodeKey{ErrorCode::Unavailable, "unavailable"_L1},
    CodeKey{ErrorCode::Timeout, "timeout"_L1},
    CodeKey{ErrorCode::Io, "io"_L1},
    CodeKey{ErrorCode::NoSpace, "no-space"_L1},
    CodeKey{ErrorCode::Protocol, "protocol"_L1},
    CodeKey{ErrorCode::Unsupported, "unsupported"_L1},
    CodeKey{ErrorCode::Cancelled, "cancelled"_L1},
    CodeKey{ErrorCode::NotReady, "not-ready"_L1},
    CodeKey{ErrorCode::Internal, "internal"_L1},
};

} // namespace

QString Error::message() const
{
    QStringList parts;
    for (const QString& part : {what, subject, why}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    QString text = parts.join(": "_L1);
    if (remedy.isEmpty())
        return text;
    if (text.isEmpty())
        return remedy;
    const bool hasStop = remedy.endsWith(u'?') || remedy.endsWith(u'.') || remedy.endsWith(u'!');
    return text + ". "_L1 + remedy + (hasStop ? u""_s : u"."_s);
}

QJsonObject Error::toJson() const
{
    QJsonObject json{{u"key"_s, errorKey(code)}, {u"what"_s, what}};
    if (!subject.isEmpty())
        json[u"subject"_s] = subject;
    if (!why.isEmpty())
        json[u"why"_s] = why;
    if (!remedy.isEmpty())
        json[u"remedy"_s] = remedy;
    return json;
}

Error Error::fromJson(const QJsonObject& json)
{
    return {errorCodeFromKey(json[u"key"].toString()), json[u"what"].toString(), json[u"subject"].toString(),
            json[u"why"].toString(), json[u"remedy"].toString()};
}

QString errorKey(ErrorCode code)
{
    for (const CodeKey& entry : codeKeys) {
        if (entry.code == code)
            return entry.key;
    }
    return u"internal"_s;
}

ErrorCode errorCodeFromKey(const QString& key)
{
    for (const CodeKey& entry : codeKeys) {
        if (entry.key == key)
            return entry.code;
    }
    return ErrorCode::Internal;
}

std::unexpected<Error> failure(ErrorCode code, QString what, QString subject, QString why, QString remedy)
{
    return std::unexpected(
        Error{code, std::move(what), std::move(subject), std::move(why), std::move(remedy)});
}

} // namespace tropero
