// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/configfile.h"

#include "client/configapps.h"
#include "client/json5.h"
#include "client/nodeconfig.h"
#include "client/pm2dump.h"
#include "client/shellenvironment.h"
#include "client/yamltext.h"
#include "core/jsoncomments.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxConfigBytes = 4 * 1024 * 1024;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ConfigFile)
};

bool isYaml(const QString& path)
{
    return path.endsWith(".yml"_L1) || path.endsWith(".yaml"_L1);
}

bool isPm2Dump(const QString& path)
{
    return path.endsWith(".pm2"_L1) || path.endsWith(".pm2.bak"_L1);
}

/// UTF-8 without a byte order mark; editors and shells on Windows also write UTF-16.
QByteArray asUtf8(const QByteArray& bytes)
{
    if (const auto encoding = QStringConverter::encodingForData(bytes)) {
        QStringDecoder decode(*encoding);
        return QString(decode(bytes)).toUtf8();
    }
    return bytes;
}

Result<QByteArray> readText(const QString& path)
{
    const QString what = Texts::tr("Cannot read the config file");
    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorCode::NotFound, what, path, Texts::tr("the file does not exist"), Texts::tr("Check the path"));
    if (info.isDir())
        return failure(ErrorCode::InvalidArgument, what, path, Texts::tr("it is a folder"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(info.isReadable() ? ErrorCode::Io : ErrorCode::PermissionDenied, what, path, file.errorString());
    const QByteArray bytes = file.read(maxConfigBytes + 1);
    if (bytes.size() > maxConfigBytes)
        return failure(ErrorCode::InvalidArgument, what, path, Texts::tr("it is larger than 4 MiB"));
    return asUtf8(bytes);
}

Result<QJsonValue> parseJson(const QByteArray& text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(withoutJsonComments(text), &error);
    if (error.error != QJsonParseError::NoError)
        return parseJson5(text);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

Result<QJsonValue> readRoot(const QString& path)
{
    const auto text = readText(path);
    if (!text)
        return std::unexpected(text.error());
    if (isCodeConfigName(path))
        return evaluateNodeConfig(path);
    if (isYaml(path))
        return parseYaml(*text);
    const Result<QJsonValue> root = parseJson(*text);
    if (!root || !isPm2Dump(path))
        return root;
    return QJsonObject{{u"apps"_s, appsOfPm2Dump(root->toArray(), ownEnvironment())}};
}

} // namespace

bool isConfigFileName(const QString& path)
{
    return path.endsWith(".json"_L1) || isYaml(path) || isCodeConfigName(path) || isPm2Dump(path);
}

bool isCodeConfigName(const QString& path)
{
    static constexpr std::array endings{".config.js"_L1, ".config.cjs"_L1, ".config.mjs"_L1, ".config.ts"_L1, ".config.cts"_L1, ".config.mts"_L1};
    return std::ranges::any_of(endings, [&path](QLatin1StringView ending) { return path.endsWith(ending); });
}

Result<ConfigFile> readConfigFile(const QString& path, const QString& profile)
{
    const QString absolute = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    auto root = readRoot(absolute);
    if (!root) {
        Error error = root.error();
        error.what = Texts::tr("Cannot read the config file");
        error.subject = path;
        return std::unexpected(error);
    }
    return configFromJson(*root, absolute, QFileInfo(absolute).absolutePath(), profile);
}

Result<ConfigFile> readConfigText(const QByteArray& text, const QString& folder, const QString& profile)
{
    const QByteArray utf8 = asUtf8(text).trimmed();
    const QString name = Texts::tr("standard input");
    const bool json = utf8.startsWith('{') || utf8.startsWith('[') || utf8.startsWith('/');
    auto root = json ? parseJson(utf8) : parseYaml(utf8);
    if (!root) {
        Error error = root.error();
        error.what = Texts::tr("Cannot read the config");
        error.subject = name;
        return std::unexpected(error);
    }
    return configFromJson(*root, name, folder, profile);
}

} // namespace tropero
