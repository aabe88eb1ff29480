// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/nodebinary.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <functional>
#include <string_view>

using namespace Qt::StringLiterals;

namespace tropero::platform {

namespace {

constexpr qint64 headerSize = 64 * 1024;
constexpr size_t longestVersion = 24;

QVersionNumber versionInHeader(const QString& header)
{
    QFile file(header);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(file.read(headerSize));
    QList<int> segments;
    for (const QString& name : {u"MAJOR"_s, u"MINOR"_s, u"PATCH"_s}) {
        const QRegularExpression line(u"#define\\s+NODE_%1_VERSION\\s+(\\d+)"_s.arg(name));
        const QRegularExpressionMatch match = line.match(text);
        if (!match.hasMatch())
            return {};
        segments.append(match.captured(1).toInt());
    }
    return QVersionNumber(segments);
}

/// ".../release/v20.20.2/node-v20.20.2.tar.gz"
QVersionNumber versionInBinary(const QString& program)
{
    static constexpr std::string_view sign = "/node-v";
    static constexpr std::string_view end = ".tar.gz";
    QFile file(program);
    if (!file.open(QIODevice::ReadOnly) || file.size() < static_cast<qint64>(sign.size()))
        return {};
    const uchar* bytes = file.map(0, file.size());
    if (!bytes)
        return {};
    const std::string_view content(reinterpret_cast<const char*>(bytes), static_cast<size_t>(file.size()));
    const std::boyer_moore_horspool_searcher searcher(sign.begin(), sign.end());
    for (auto at = content.begin(); (at = std::search(at, content.end(), searcher)) != content.end();) {
        at += sign.size();
        const std::string_view rest = content.substr(static_cast<size_t>(at - content.begin()), longestVersion);
        const size_t length = rest.find(end);
        if (length == std::string_view::npos)
            continue;
        const QVersionNumber version = wholeVersion(QString::fromLatin1(rest.data(), static_cast<qsizetype>(length)));
        if (!version.isNull())
            return version;
    }
    return {};
}

} // namespace

QVersionNumber wholeVersion(const QString& text)
{
    static const QRegularExpression form(u"^v?(\\d{1,6}\\.\\d{1,6}\\.\\d{1,6})$"_s);
    const QRegularExpressionMatch match = form.match(text);
    return match.hasMatch() ? QVersionNumber::fromString(match.captured(1)) : QVersionNumber();
}

QVersionNumber versionOfNode(const QString& program)
{
    const QString path = QFileInfo(program).canonicalFilePath();
    if (path.isEmpty())
        return {};
    const QStringList parts = path.split(u'/');
    for (auto part = parts.crbegin(); part != parts.crend(); ++part) {
        if (const QVersionNumber version = wholeVersion(*part); !version.isNull())
            return version;
    }
    const QString folder = QFileInfo(path).path();
    for (const QString& header : {u"/../include/node/node_version.h"_s, u"/include/node/node_version.h"_s}) {
        if (const QVersionNumber version = versionInHeader(folder + header); !version.isNull())
            return version;
    }
    return versionInBinary(path);
}

} // namespace tropero::platform
