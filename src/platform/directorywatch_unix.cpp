// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/directorywatch.h"

#include "core/folderpath.h"
#include "platform/descriptor_unix.h"
#include "platform/systemerror.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QList>
#include <QPointer>
#include <QSocketNotifier>

#include <dirent.h>
#include <fcntl.h>
#include <sys/inotify.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

using namespace Qt::StringLiterals;

namespace tropero::platform {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DirectoryWatch)
};

// Not IN_MODIFY: a file counts when its writer closes it, not with each piece of it.
constexpr uint32_t eventMask = IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE | IN_DELETE_SELF |
                               IN_MOVE_SELF | IN_ONLYDIR | IN_DONT_FOLLOW | IN_EXCL_UNLINK;
constexpr int readsAtOnce = 32; // then other events of the program have their turn

QString limitOf(const char* name)
{
    QFile file(u"/proc/sys/fs/inotify/"_s + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed()) : u"?"_s;
}

std::unexpected<Error> watchFailure(int error, const QString& folder)
{
    const QString what = Text::tr("Cannot watch the folder for changes");
    if (error == ENOSPC)
        return failure(ErrorCode::NoSpace, what, folder,
                       Text::tr("the system's limit of watched folders is reached (fs.inotify.max_user_watches is %1)").arg(limitOf("max_user_watches")),
                       Text::tr("Raise it (sudo sysctl fs.inotify.max_user_watches=524288), or leave folders out with \"ignore_watch\""));
    if (error == EMFILE)
        return failure(ErrorCode::NoSpace, what, folder,
                       Text::tr("the system's limit of watching programs is reached (fs.inotify.max_user_instances is %1)").arg(limitOf("max_user_instances")),
                       Text::tr("Raise it (sudo sysctl fs.inotify.max_user_instances=1024)"));
    return systemFailure(static_cast<unsigned long>(error), what, folder);
}

} // namespace

struct DirectoryWatch::Private
{
    struct Root
    {
        QString path;
        Filter wanted;
    };
    struct Change
    {
        enum class Kind { File, FolderMoved, Overflow, Lost };
        Kind kind;
        QString folder;
        QString name;
    };

    explicit Private(DirectoryWatch* watch) : owner(watch) {}

    Result<void> open();
    int watchOne(const QString& folder);
    int watchTree(const QString& top, bool isNew);
    void forget(const QString& folder);
    bool isWanted(const QString& folder) const;
    void read();
    void take(const inotify_event& event);
    void handOut();

    DirectoryWatch* owner;
    Descriptor queue;
    std::unique_ptr<QSocketNotifier> notifier;
    QList<Root> roots;
    QHash<int, QString> folderOf;
    QHash<QString, int> watchOf;
    QList<Change> changes;
    bool saidFailed = false;
    alignas(inotify_event) std::array<char, 16 * 1024> buffer{};
};

Result<void> DirectoryWatch::Private::open()
{
    if (queue) return {};
    queue = Descriptor(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
    if (!queue) return watchFailure(errno, roots.isEmpty() ? QString() : roots.constFirst().path);
    notifier = std::make_unique<QSocketNotifier>(queue.get(), QSocketNotifier::Read);
    QObject::connect(notifier.get(), &QSocketNotifier::activated, owner, [this] { read(); });
    return {};
}

// 0, or the system's error number.
int DirectoryWatch::Private::watchOne(const QString& folder)
{
    const int number = ::inotify_add_watch(queue.get(), QFile::encodeName(folder).constData(), eventMask);
    if (number < 0) return errno;
    // A folder that was moved keeps its watch: the newer name is the right one.
    if (const QString before = folderOf.value(number); !before.isEmpty() && before != folder && watchOf.value(before) == number)
        watchOf.remove(before);
    folderOf.insert(number, folder);
    watchOf.insert(folder, number);
    return 0;
}

// Watched before it is read, so that nothing falls between. Returns 0, or the error number for the top; ENOSPC also for one below.
int DirectoryWatch::Private::watchTree(const QString& top, bool isNew)
{
    int result = 0;
    QStringList waiting{top};
    while (!waiting.isEmpty()) {
        const QString folder = waiting.takeLast();
        if (const int error = watchOne(folder); error != 0) {
            if (folder == top || error == ENOSPC) result = error;
            if (result == ENOSPC) return result;
            continue;
        }
        const std::unique_ptr<DIR, int (*)(DIR*)> listing(::opendir(QFile::encodeName(folder).constData()), &::closedir);
        if (!listing) continue;
        while (const dirent* entry = ::readdir(listing.get())) {
            if (std::strcmp(entry->d_name, ".") == 0 || std::strcmp(entry->d_name, "..") == 0) continue;
            const QString name = QFile::decodeName(entry->d_name);
            bool isFolder = entry->d_type == DT_DIR;
            if (entry->d_type == DT_UNKNOWN) {
                struct stat info{};
                isFolder = ::fstatat(::dirfd(listing.get()), entry->d_name, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(info.st_mode);
            }
            if (!isFolder && isNew) changes.append({Change::Kind::File, folder, name});
            if (isFolder && isWanted(pathIn(folder, name))) waiting.append(pathIn(folder, name));
        }
    }
    return result;
}

void DirectoryWatch::Private::forget(const QString& folder)
{
    for (auto it = watchOf.begin(); it != watchOf.end();) {
        if (!isWithin(it.key(), folder)) {
            ++it;
            continue;
        }
        ::inotify_rm_watch(queue.get(), it.value());
        folderOf.remove(it.value());
        it = watchOf.erase(it);
    }
}

bool DirectoryWatch::Private::isWanted(const QString& folder) const
{
    return std::ranges::any_of(roots, [&](const Root& root) { return isWithin(folder, root.path) && root.wanted(folder); });
}

void DirectoryWatch::Private::read()
{
    for (int i = 0; i < readsAtOnce; ++i) {
        const ssize_t size = ::read(queue.get(), buffer.data(), buffer.size());
        if (size <= 0) break;
        for (ssize_t at = 0; at < size;) {
            const auto* event = reinterpret_cast<const inotify_event*>(buffer.data() + at);
            take(*event);
            at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
        }
    }
    handOut();
}

void DirectoryWatch::Private::take(const inotify_event& event)
{
    if ((event.mask & IN_Q_OVERFLOW) != 0) {
        // What was created meanwhile may not be watched yet.
        for (const Root& root : std::as_const(roots)) {
            watchTree(root.path, false);
            changes.append({Change::Kind::Overflow, root.path, {}});
        }
        return;
    }
    const auto known = folderOf.constFind(event.wd);
    if (known == folderOf.constEnd()) return; // of a watch that was given up
    const QString folder = *known;
    if ((event.mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED)) != 0) {
        if (watchOf.value(folder, -1) != event.wd) { // made anew meanwhile, and watched
            folderOf.remove(event.wd);
            return;
        }
        const auto removed = std::ranges::remove_if(roots, [&](const Root& root) { return root.path == folder; });
        const bool isRoot = !removed.empty();
        roots.erase(removed.begin(), removed.end());
        // One below: what happens to its name is said by the folder that it is in.
        if (isRoot) changes.append({Change::Kind::Lost, folder, {}});
        if (isRoot || (event.mask & IN_MOVE_SELF) == 0) forget(folder);
        return;
    }
    const QString name = QFile::decodeName(event.len > 0 ? event.name : "");
    const QString path = pathIn(folder, name);
    if ((event.mask & IN_ISDIR) == 0) {
        changes.append({Change::Kind::File, folder, name});
        return;
    }
    if ((event.mask & IN_MOVED_FROM) != 0 && watchOf.contains(path)) {
        forget(path);
        changes.append({Change::Kind::FolderMoved, path, {}});
    }
    if ((event.mask & (IN_CREATE | IN_MOVED_TO)) == 0 || !isWanted(path)) return;
    const int error = watchTree(path, true);
    if (error != ENOSPC || saidFailed) return;
    saidFailed = true;
    const QPointer<DirectoryWatch> alive(owner);
    QMetaObject::invokeMethod(owner, [alive, why = watchFailure(error, path).error()] {
        if (alive) Q_EMIT alive->failed(why);
    }, Qt::QueuedConnection);
}

void DirectoryWatch::Private::handOut()
{
    const QPointer<DirectoryWatch> alive(owner);
    const QList<Change> now = std::exchange(changes, {});
    for (const Change& change : now) {
        if (!alive) return;
        switch (change.kind) {
        case Change::Kind::File: Q_EMIT alive->changed(change.folder, change.name); break;
        case Change::Kind::FolderMoved: Q_EMIT alive->folderMovedAway(change.folder); break;
        case Change::Kind::Overflow: Q_EMIT alive->overflowed(change.folder); break;
        case Change::Kind::Lost: Q_EMIT alive->lost(change.folder); break;
        }
    }
}

DirectoryWatch::DirectoryWatch(QObject* parent) : QObject(parent), d(std::make_unique<Private>(this)) {}

DirectoryWatch::~DirectoryWatch() = default;

Result<void> DirectoryWatch::add(const QString& root, Filter wanted)
{
    const QString path = QDir::cleanPath(root);
    const QList<Private::Root> before = d->roots;
    const QHash<QString, int> watchedBefore = d->watchOf;
    d->roots.append({path, std::move(wanted)});
    Result<void> opened = d->open();
    const int error = opened ? d->watchTree(path, false) : 0;
    if (opened && error == 0) return {};
    d->roots = before;
    const QStringList watched = d->watchOf.keys();
    for (const QString& folder : watched) {
        if (watchedBefore.contains(folder)) continue;
        const int number = d->watchOf.take(folder);
        d->folderOf.remove(number);
        ::inotify_rm_watch(d->queue.get(), number);
    }
    return opened ? watchFailure(error, path) : opened;
}

void DirectoryWatch::clear()
{
    d->notifier.reset();
    d->queue.close();
    d->roots.clear();
    d->folderOf.clear();
    d->watchOf.clear();
    d->changes.clear();
}

qsizetype DirectoryWatch::watchCount() const
{
    return d->watchOf.size();
}

} // namespace tropero::platform
