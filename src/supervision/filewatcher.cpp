// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/filewatcher.h"

#include "core/folderpath.h"
#include "supervision/globpattern.h"
#include "supervision/watchrules.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tropero {

namespace {

constexpr Milliseconds leastQuiet = 50ms;
constexpr int longestBurst = 10; // in times of quiet
constexpr Milliseconds lookInterval = 1s;
constexpr qsizetype shownPaths = 10;
constexpr qsizetype countedPaths = 10'000;

/// As the system reports it: without symbolic links in its folders.
QString realPath(const QString& path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return info.canonicalFilePath();
    const QString folder = QFileInfo(info.path()).canonicalFilePath();
    return folder.isEmpty() ? QDir::cleanPath(path) : QDir(folder).filePath(info.fileName());
}

} // namespace

struct FileWatcher::Root
{
    QString given;                          ///< absolute; the fixed part of a glob
    std::optional<QRegularExpression> glob; ///< against the part of the path below `given`
    QString path;                           ///< without symbolic links; empty while it does not exist
    bool isFolder = true;

    bool covers(const QString& file) const
    {
        if (path.isEmpty() || !isFolder)
            return !path.isEmpty() && file == path;
        return isWithin(file, path) && (!glob || glob->match(file.sliced(std::min(file.size(), path.size() + 1))).hasMatch());
    }
};

FileWatcher::FileWatcher(WatchPolicy policy, QString workingFolder, QObject* parent)
    : QObject(parent), m_policy(std::move(policy)), m_folder(realPath(workingFolder))
{
    const Milliseconds quiet = std::max(m_policy.delay, leastQuiet);
    m_quiet.setInterval(quiet);
    m_longest.setInterval(std::min<Milliseconds>(quiet * longestBurst, std::chrono::days(24)));
    m_looking.setInterval(lookInterval);
    m_quiet.setSingleShot(true);
    m_longest.setSingleShot(true);
    connect(&m_quiet, &QTimer::timeout, this, &FileWatcher::report);
    connect(&m_longest, &QTimer::timeout, this, &FileWatcher::report);
    connect(&m_looking, &QTimer::timeout, this, &FileWatcher::lookForMissing);
    connect(&m_watch, &platform::DirectoryWatch::changed, this, &FileWatcher::noteChange);
    connect(&m_watch, &platform::DirectoryWatch::folderMovedAway, this, &FileWatcher::note);
    connect(&m_watch, &platform::DirectoryWatch::overflowed, this, &FileWatcher::noteUnknown);
    connect(&m_watch, &platform::DirectoryWatch::lost, this, &FileWatcher::noteLost);
    connect(&m_watch, &platform::DirectoryWatch::failed, this, &FileWatcher::failed);
}

FileWatcher::~FileWatcher() = default;

void FileWatcher::setOwnFiles(const QStringList& paths)
{
    m_ownFiles.clear();
    for (const QString& path : paths)
        m_ownFiles.append(realPath(path));
    if (m_rules)
        m_rules->setOwnFiles(m_ownFiles);
}

Result<void> FileWatcher::start()
{
    stop();
    m_roots.clear();
    QStringList watched;
    const QStringList paths = m_policy.paths.isEmpty() ? QStringList{u"."_s} : m_policy.paths;
    for (const QString& path : paths) {
        Root root;
        root.given = QDir::cleanPath(QDir(m_folder).absoluteFilePath(QDir::fromNativeSeparators(path)));
        if (isGlob(root.given) && !QFileInfo::exists(root.given)) {
            const QStringList parts = root.given.split(u'/');
            const auto first = std::ranges::find_if(parts, isGlob);
            const auto fixed = static_cast<qsizetype>(first - parts.begin());
            root.glob = globExpression(parts.sliced(fixed).join(u'/'));
            root.given = parts.first(fixed).join(u'/');
        }
        if (root.given.isEmpty())
            root.given = u"/"_s;
        watched.append({root.given, realPath(root.given)});
        m_roots.push_back(std::move(root));
    }
    m_rules = std::make_unique<WatchRules>(m_folder, watched, m_policy.ignore, m_policy.extensions);
    m_rules->setOwnFiles(m_ownFiles);
    for (Root& root : m_roots) {
        if (const Result<void> done = watch(root); !done) {
            stop();
            return done;
        }
    }
    m_started = true;
    return {};
}

void FileWatcher::stop()
{
    m_started = false;
    m_watch.clear();
    for (QTimer* timer : {&m_quiet, &m_longest, &m_looking})
        timer->stop();
    m_changes.clear();
    m_first.clear();
    m_unknown = false;
}

/// One that does not exist is looked for later.
Result<void> FileWatcher::watch(Root& root)
{
    const QFileInfo info(root.given);
    root.path.clear();
    if (!info.exists()) {
        if (!m_looking.isActive())
            m_looking.start();
        return {};
    }
    const QString path = realPath(root.given);
    root.isFolder = info.isDir();
    // A file by its folder: editors put a new one in its place.
    const Result<void> added = root.isFolder ? m_watch.add(path, [this](const QString& folder) { return m_rules->watchesFolder(folder); })
                                             : m_watch.add(QFileInfo(path).path(), [](const QString&) { return false; });
    if (added)
        root.path = path;
    else if (added.error().code == ErrorCode::NotFound)
        m_looking.start();
    else
        return added;
    return {};
}

bool FileWatcher::counts(const QString& path) const
{
    for (const Root& root : m_roots) {
        if (root.covers(path) && (root.isFolder ? m_rules->countsFile(path) : !m_rules->isOwnFile(path)))
            return true;
    }
    return false;
}

void FileWatcher::noteChange(const QString& folder, const QString& name)
{
    const QString path = pathIn(folder, name);
    if (counts(path))
        note(path);
}

void FileWatcher::noteLost(const QString& folder)
{
    for (Root& root : m_roots) {
        if (root.path.isEmpty() || (root.isFolder ? root.path : QFileInfo(root.path).path()) != folder)
            continue;
        note(root.path);
        root.path.clear();
        m_looking.start();
    }
}

void FileWatcher::noteUnknown()
{
    m_unknown = true;
    note({});
}

void FileWatcher::note(const QString& path)
{
    if (m_changes.isEmpty() && !m_longest.isActive())
        m_longest.start();
    m_quiet.start();
    if (path.isEmpty() || m_changes.contains(path))
        return;
    if (m_changes.size() >= countedPaths) {
        m_unknown = true;
        return;
    }
    m_changes.insert(path);
    if (m_first.size() < shownPaths)
        m_first.append(isWithin(path, m_folder) && path != m_folder ? QDir(m_folder).relativeFilePath(path) : path);
}

void FileWatcher::lookForMissing()
{
    m_looking.stop();
    for (Root& root : m_roots) {
        if (!root.path.isEmpty())
            continue;
        if (const Result<void> done = watch(root); !done) {
            m_looking.start(); // another time
            continue;
        }
        if (!root.path.isEmpty())
            note(root.path);
    }
}

void FileWatcher::report()
{
    m_quiet.stop();
    m_longest.stop();
    const QStringList first = std::exchange(m_first, {});
    const qsizetype count = std::exchange(m_unknown, false) ? -1 : m_changes.size();
    m_changes.clear();
    Q_EMIT changed(first, count);
}

} // namespace tropero
