// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/configargument.h"

#include "core/nearest.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxConfigBytes = 4 * 1024 * 1024;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ConfigArgument)
};

Result<ConfigFile> readStandardInput(const QString& folder, const QString& profile)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return failure(ErrorCode::Io, Texts::tr("Cannot read standard input"), {}, input.errorString());
    const QByteArray text = input.read(maxConfigBytes + 1);
    if (text.size() > maxConfigBytes)
        return failure(ErrorCode::InvalidArgument, Texts::tr("Cannot read standard input"), {}, Texts::tr("it is larger than 4 MiB"));
    return readConfigText(text, folder, profile);
}

} // namespace

bool isConfigArgument(const QString& word, const QString& folder)
{
    if (word == "-"_L1)
        return true;
    return isConfigFileName(word) && (QFileInfo(QDir(folder), word).isFile() || word.contains(u'/') || word.contains(".config."_L1));
}

Result<ConfigFile> readConfigArgument(Session& session, const QString& word, const QString& profile, const QString& only)
{
    auto config = word == "-"_L1 ? readStandardInput(session.folder(), profile) : readConfigFile(word, profile);
    if (!config)
        return config;
    for (const QString& warning : std::as_const(config->warnings))
        session.console().warning(warning);
    if (only.isEmpty())
        return config;

    QStringList names;
    for (const AppSpec& app : std::as_const(config->apps))
        names.append(app.name);
    QStringList wanted = only.split(u',', Qt::SkipEmptyParts);
    for (QString& name : wanted) {
        name = name.trimmed();
        if (names.contains(name))
            continue;
        const QString near = nearestMatch(name, names);
        return failure(ErrorCode::NotFound, Texts::tr("The config file has no app of that name"), name, Texts::tr("it has %1").arg(names.join(", "_L1)),
                       near.isEmpty() ? QString() : Texts::tr("Did you mean \"%1\"?").arg(near));
    }
    config->apps.removeIf([&](const AppSpec& app) { return !wanted.contains(app.name); });
    return config;
}

Result<QString> defaultConfigFile(const QString& folder)
{
    const QStringList endings{u"config.js"_s, u"config.cjs"_s, u"config.mjs"_s, u"config.ts"_s, u"config.cts"_s, u"config.mts"_s, u"json"_s, u"yml"_s, u"yaml"_s};
    for (const QString& ending : endings) {
        const QString path = folder + "/ecosystem."_L1 + ending;
        if (QFileInfo(path).isFile())
            return path;
    }
    const bool package = QFileInfo(folder + "/package.json"_L1).isFile();
    return failure(ErrorCode::NotFound, Texts::tr("Nothing to start"), {}, Texts::tr("no script is given, and %1 has no ecosystem.config.js, .json or .yml").arg(folder),
                   package ? Texts::tr("To run the start script of package.json: tropero start npm -- start") : Texts::tr("Give a script: tropero start server.js"));
}

} // namespace tropero
