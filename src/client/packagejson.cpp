// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/packagejson.h"

#include "client/yamltext.h"
#include "platform/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PackageJson)
};

QStringList texts(const QJsonValue& value)
{
    QStringList result;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& each : array) {
        if (each.isString())
            result.append(each.toString());
    }
    return result;
}

QString placeIn(const QByteArray& text, qsizetype offset)
{
    const QByteArray before = text.left(offset);
    return Texts::tr("line %1, column %2").arg(before.count('\n') + 1).arg(offset - before.lastIndexOf('\n'));
}

QStringList pnpmPatterns(const QString& folder)
{
    const Result<QByteArray> text = readProjectFile(folder + "/pnpm-workspace.yaml"_L1);
    const Result<QJsonValue> root = text ? parseYaml(*text) : std::unexpected(text.error());
    return root ? texts(root->toObject().value("packages"_L1)) : QStringList();
}

QStringList binsOf(const QJsonValue& value)
{
    if (value.isString())
        return {value.toString()};
    QStringList bins;
    for (const QJsonValue& each : value.toObject()) {
        if (each.isString() && !bins.contains(each.toString()))
            bins.append(each.toString());
    }
    return bins;
}

} // namespace

Result<QByteArray> readProjectFile(const QString& path)
{
    Result<QByteArray> text = platform::readFile(path, maxProjectFile);
    if (text && text->startsWith("\xEF\xBB\xBF"))
        text->remove(0, 3);
    return text;
}

Result<PackageJson> readPackageJson(const QString& folder)
{
    const QString path = folder + "/package.json"_L1;
    const Result<QByteArray> text = readProjectFile(path);
    if (!text)
        return std::unexpected(text.error());
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(*text, &error);
    const QString what = Texts::tr("Cannot read the package");
    if (error.error != QJsonParseError::NoError)
        return failure(ErrorCode::InvalidArgument, what, path, Texts::tr("%1 (%2)").arg(error.errorString(), placeIn(*text, error.offset)), Texts::tr("Correct the file"));
    if (!document.isObject())
        return failure(ErrorCode::InvalidArgument, what, path, Texts::tr("it is no JSON object"), Texts::tr("Correct the file"));
    const QJsonObject json = document.object();
    PackageJson package;
    package.folder = folder;
    package.name = json.value("name"_L1).toString().section(u'/', -1).trimmed();
    const QJsonObject scripts = json.value("scripts"_L1).toObject();
    for (auto it = scripts.begin(); it != scripts.end(); ++it) {
        if (it->isString() && !it->toString().trimmed().isEmpty())
            package.scripts.insert(it.key(), it->toString());
    }
    package.main = json.value("main"_L1).toString();
    package.bins = binsOf(json.value("bin"_L1));
    const QJsonValue workspaces = json.value("workspaces"_L1);
    package.workspaces = texts(workspaces.isObject() ? workspaces.toObject().value("packages"_L1) : workspaces) + pnpmPatterns(folder);
    package.workspaces.removeDuplicates();
    package.packageManager = json.value("packageManager"_L1).toString();
    package.nodeEngine = json.value("engines"_L1).toObject().value("node"_L1).toString().trimmed();
    package.hasPm2Apps = json.contains("pm2"_L1) || json.contains("apps"_L1);
    return package;
}

} // namespace tropero
