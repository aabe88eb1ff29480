// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/directorywatch.h"

#include "platform/handle_windows.h"
#include "platform/systemerror.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QWinEventNotifier>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace tropero::platform {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DirectoryWatch)
};

constexpr DWORD bufferSize = 64 * 1024; // more is refused for folders of other machines
constexpr DWORD noticed = FILE_NOTIFY_CHANGE_FILE_NAME | FILE_NOTIFY_CHANGE_DIR_NAME | FILE_NOTIFY_CHANGE_LAST_WRITE |
                          FILE_NOTIFY_CHANGE_SIZE | FILE_NOTIFY_CHANGE_CREATION;

struct Change
{
    DWORD action = 0;
    QString path; ///< relative to the root
};

} // namespace

struct DirectoryWatch::Private
{
    /// One folder with all below it, which the system watches as one. The system writes into it until its request has ended.
    struct Root
    {
        QString path;
        Filter wanted;
        Handle folder;
        Handle event;
        OVERLAPPED request{};
        bool isAsked = false;
        std::unique_ptr<QWinEventNotifier> notifier;
        alignas(DWORD) std::array<std::byte, bufferSize> buffer{};

        ~Root()
        {
            if (notifier) {
                notifier->setEnabled(false);
                notifier.release()->deleteLater(); // this may be its own signal
            }
            if (!isAsked) return;
            DWORD size = 0;
            ::CancelIoEx(folder.get(), &request);
            ::GetOverlappedResult(folder.get(), &request, &size, TRUE);
        }

        bool ask()
        {
            request = {};
            request.hEvent = event.get();
            isAsked = ::ReadDirectoryChangesW(folder.get(), buffer.data(), bufferSize, TRUE, noticed, nullptr, &request, nullptr) != 0;
            return isAsked;
        }

        bool isWanted(const QString& relative) const
        {
            for (qsizetype slash = relative.indexOf(u'/'); slash >= 0; slash = relative.indexOf(u'/', slash + 1))
                if (!wanted(path + u'/' + relative.first(slash))) return false;
            return true;
        }
    };

    explicit Private(DirectoryWatch* watch) : owner(watch) {}

    void ready(Root* root);
    void report(const QString& path) const;
    void reportTree(const Root& root, const QString& folder) const;

    DirectoryWatch* owner;
    std::vector<std::unique_ptr<Root>> roots;
};

void DirectoryWatch::Private::report(const QString& path) const
{
    const qsizetype slash = path.lastIndexOf(u'/');
    Q_EMIT owner->changed(path.first(slash), path.sliced(slash + 1));
}

void DirectoryWatch::Private::reportTree(const Root& root, const QString& folder) const
{
    const QFileInfoList entries = QDir(folder).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    for (const QFileInfo& entry : entries) {
        if (!entry.isDir())
            report(entry.filePath());
        else if (!entry.isSymLink() && !entry.isJunction() && root.wanted(entry.filePath()))
            reportTree(root, entry.filePath());
    }
}

void DirectoryWatch::Private::ready(Root* root)
{
    DWORD size = 0;
    const QString top = root->path;
    const bool worked = ::GetOverlappedResult(root->folder.get(), &root->request, &size, FALSE) != 0;
    root->isAsked = false;
    const QPointer<DirectoryWatch> alive(owner);
    QList<Change> changes;
    for (DWORD at = 0; worked && size > 0;) {
        const auto* entry = reinterpret_cast<const FILE_NOTIFY_INFORMATION*>(root->buffer.data() + at);
        const QString name = QString::fromWCharArray(entry->FileName, static_cast<qsizetype>(entry->FileNameLength / sizeof(wchar_t)));
        changes.append({entry->Action, QDir::fromNativeSeparators(name)});
        if (entry->NextEntryOffset == 0) break;
        at += entry->NextEntryOffset;
    }
    // A folder that was deleted ends its request with an error.
    if (!root->ask()) {
        std::erase_if(roots, [root](const std::unique_ptr<Root>& each) { return each.get() == root; });
        Q_EMIT owner->lost(top);
        return;
    }
    if (!worked || size == 0) {
        Q_EMIT owner->overflowed(top);
        return;
    }
    for (const Change& change : std::as_const(changes)) {
        if (!alive || !std::ranges::any_of(roots, [root](const std::unique_ptr<Root>& each) { return each.get() == root; })) return;
        if (!root->isWanted(change.path)) continue;
        const QString path = top + u'/' + change.path;
        const QFileInfo info(path);
        const bool isFolder = info.isDir();
        if (!isFolder)
            report(path);
        else if ((change.action == FILE_ACTION_ADDED || change.action == FILE_ACTION_RENAMED_NEW_NAME) && !info.isSymLink() &&
                 !info.isJunction() && root->wanted(path))
            reportTree(*root, path);
    }
}

DirectoryWatch::DirectoryWatch(QObject* parent) : QObject(parent), d(std::make_unique<Private>(this)) {}

DirectoryWatch::~DirectoryWatch() = default;

Result<void> DirectoryWatch::add(const QString& root, Filter wanted)
{
    const QString what = Text::tr("Cannot watch the folder for changes");
    auto added = std::make_unique<Private::Root>();
    added->path = QDir::cleanPath(root);
    added->wanted = std::move(wanted);
    const QString native = QDir::toNativeSeparators(added->path);
    added->folder = Handle(::CreateFileW(reinterpret_cast<const wchar_t*>(native.utf16()), FILE_LIST_DIRECTORY,
                                         FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, OPEN_EXISTING,
                                         FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OVERLAPPED, nullptr));
    if (!added->folder) return systemFailure(::GetLastError(), what, added->path);
    added->event = Handle(::CreateEventW(nullptr, TRUE, FALSE, nullptr));
    if (!added->event || !added->ask()) return systemFailure(::GetLastError(), what, added->path);
    Private::Root* raw = added.get();
    added->notifier = std::make_unique<QWinEventNotifier>(added->event.get());
    connect(added->notifier.get(), &QWinEventNotifier::activated, this, [this, raw] { d->ready(raw); });
    d->roots.push_back(std::move(added));
    return {};
}

void DirectoryWatch::clear()
{
    d->roots.clear();
}

qsizetype DirectoryWatch::watchCount() const
{
    return static_cast<qsizetype>(d->roots.size());
}

} // namespace tropero::platform
