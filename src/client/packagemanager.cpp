// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/packagemanager.h"

#include "client/packagejson.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <optional>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

struct LockFile
{
    QLatin1StringView name;
    PackageManager manager;
};

// npm's own stands last: others leave one behind when somebody once ran npm.
constexpr std::array lockFiles{
    LockFile{"pnpm-lock.yaml"_L1, PackageManager::Pnpm}, LockFile{"pnpm-workspace.yaml"_L1, PackageManager::Pnpm}, LockFile{"yarn.lock"_L1, PackageManager::Yarn},
    LockFile{"bun.lock"_L1, PackageManager::Bun},        LockFile{"bun.lockb"_L1, PackageManager::Bun},            LockFile{"package-lock.json"_L1, PackageManager::Npm},
    LockFile{"npm-shrinkwrap.json"_L1, PackageManager::Npm},
};

/// The folder and those above it that may belong to the same project.
QStringList projectFolders(const QString& folder)
{
    QStringList folders;
    QDir place(folder);
    do {
        if (!folders.isEmpty() && place == QDir::home())
            break;
        folders.append(place.path());
    } while (!QFileInfo::exists(place.filePath(u".git"_s)) && place.cdUp());
    return folders;
}

std::optional<PackageManager> managerNamed(const QString& text)
{
    const QString name = text.section(u'@', 0, 0).trimmed();
    for (const PackageManager manager : {PackageManager::Npm, PackageManager::Pnpm, PackageManager::Yarn, PackageManager::Bun}) {
        if (packageManagerProgram(manager) == name)
            return manager;
    }
    return std::nullopt;
}

} // namespace

QString packageManagerProgram(PackageManager manager)
{
    switch (manager) {
    case PackageManager::Npm: return u"npm"_s;
    case PackageManager::Pnpm: return u"pnpm"_s;
    case PackageManager::Yarn: return u"yarn"_s;
    case PackageManager::Bun: return u"bun"_s;
    }
    return {};
}

FoundPackageManager findPackageManager(const QString& folder)
{
    const QStringList folders = projectFolders(folder);
    for (const QString& each : folders) {
        if (const Result<PackageJson> package = readPackageJson(each)) {
            if (const std::optional<PackageManager> manager = managerNamed(package->packageManager))
                return {*manager, each + "/package.json"_L1};
        }
        const auto* lock = std::ranges::find_if(lockFiles, [&each](const LockFile& file) { return QFileInfo::exists(each + u'/' + file.name); });
        if (lock != lockFiles.end())
            return {lock->manager, each + u'/' + lock->name};
    }
    return {};
}

QString packageFolderOf(const QString& folder)
{
    const QStringList folders = projectFolders(folder);
    const auto found = std::ranges::find_if(folders, [](const QString& each) { return QFileInfo(each + "/package.json"_L1).isFile(); });
    return found == folders.end() ? QString() : *found;
}

} // namespace tropero
