// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/processtree.h"

#include "platform/handle_windows.h"
#include "platform/nativeprocess_windows.h"

#include <QHash>

#include <algorithm>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace tropero::platform {

namespace {

constexpr UINT exitCodeOfKilled = 1;
constexpr int killRounds = 200;
constexpr DWORD killPause = 5;
constexpr ULONG_PTR endOfThread = 0;
constexpr ULONG_PTR jobMessage = 1;

struct Tree
{
    Handle job;
    ProcessId root;
    bool rootIsOurs = false;
    bool sharesConsole = false; ///< with processes of other trees
};

bool isForConsoles(int signal)
{
    return signal == signalNumber(u"SIGINT"_s).value_or(0) || signal == signalNumber(u"SIGBREAK"_s).value_or(0);
}

std::vector<qint64> pidsIn(HANDLE job)
{
    std::vector<char> buffer(sizeof(JOBOBJECT_BASIC_PROCESS_ID_LIST) + 256 * sizeof(ULONG_PTR));
    for (int attempt = 0; attempt < 8; ++attempt) {
        auto* list = reinterpret_cast<JOBOBJECT_BASIC_PROCESS_ID_LIST*>(buffer.data());
        if (::QueryInformationJobObject(job, JobObjectBasicProcessIdList, list,
                                        static_cast<DWORD>(buffer.size()), nullptr))
            return {list->ProcessIdList, list->ProcessIdList + list->NumberOfProcessIdsInList};
        if (::GetLastError() != ERROR_MORE_DATA) break;
        buffer.resize(buffer.size() * 4);
    }
    return {};
}

} // namespace

struct ProcessTree::Private
{
    explicit Private(ProcessTree* owner);
    ~Private();

    Handle makeJob() const;

    QHash<QByteArray, std::shared_ptr<Tree>> trees;
    Handle port; ///< where the jobs report ends of processes
    std::thread watcher;
};

ProcessTree::Private::Private(ProcessTree* owner)
    : port(::CreateIoCompletionPort(INVALID_HANDLE_VALUE, nullptr, 0, 1))
{
    watcher = std::thread([owner, handle = port.get()] {
        for (;;) {
            DWORD message = 0;
            ULONG_PTR key = endOfThread;
            OVERLAPPED* process = nullptr;
            if (!::GetQueuedCompletionStatus(handle, &message, &key, &process, INFINITE) ||
                key == endOfThread)
                return;
            if (message != JOB_OBJECT_MSG_NEW_PROCESS)
                QMetaObject::invokeMethod(
                    owner, [owner] { Q_EMIT owner->descendantEnded(); }, Qt::QueuedConnection);
        }
    });
}

ProcessTree::Private::~Private()
{
    ::PostQueuedCompletionStatus(port.get(), 0, endOfThread, nullptr);
    watcher.join();
}

Handle ProcessTree::Private::makeJob() const
{
    Handle job(::CreateJobObjectW(nullptr, nullptr));
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
    ::SetInformationJobObject(job.get(), JobObjectExtendedLimitInformation, &limits, sizeof limits);
    JOBOBJECT_ASSOCIATE_COMPLETION_PORT reports{};
    reports.CompletionKey = reinterpret_cast<void*>(jobMessage);
    reports.CompletionPort = port.get();
    ::SetInformationJobObject(job.get(), JobObjectAssociateCompletionPortInformation, &reports,
                              sizeof reports);
    return job;
}

ProcessTree::ProcessTree(QByteArray, QObject* parent) : QObject(parent), d(std::make_unique<Private>(this)) {}

ProcessTree::~ProcessTree() = default;

void ProcessTree::addRoot(const QByteArray& key, qint64 pid, Session session)
{
    const auto tree = std::make_shared<Tree>();
    const auto row = readProcess(pid);
    tree->root = row ? row->id : ProcessId{pid, 0};
    tree->rootIsOurs = true;
    tree->sharesConsole = session == Session::Shared;
    tree->job = d->makeJob();
    const Handle process(
        ::OpenProcess(PROCESS_SET_QUOTA | PROCESS_TERMINATE, FALSE, static_cast<DWORD>(pid)));
    if (process) ::AssignProcessToJobObject(tree->job.get(), process.get());
    d->trees.insert(key, tree);
}

void ProcessTree::removeRoot(const QByteArray& key)
{
    if (const auto tree = d->trees.value(key)) tree->rootIsOurs = false;
}

void ProcessTree::forget(const QByteArray& key)
{
    d->trees.remove(key);
}

QList<ProcessUsage> ProcessTree::usage(const QByteArray& key) const
{
    const auto tree = d->trees.value(key);
    if (!tree) return {};
    const std::vector<qint64> pids = pidsIn(tree->job.get());
    if (pids.empty()) return {};
    QList<ProcessUsage> rows;
    for (const ProcessUsage& row : readProcessTable())
        if (std::ranges::find(pids, row.id.pid) != pids.end() && !native::isConsoleHost(row.name))
            rows.append(row);
    std::ranges::stable_partition(rows, [&](const ProcessUsage& row) { return row.id == tree->root; });
    return rows;
}

QList<ProcessId> ProcessTree::members(const QByteArray& key) const
{
    QList<ProcessId> ids;
    for (const ProcessUsage& row : usage(key))
        ids.append(row.id);
    return ids;
}

void ProcessTree::signal(const QByteArray& key, const QString& signalName, Scope scope)
{
    const auto tree = d->trees.value(key);
    if (!tree) return;
    const qint64 root = tree->rootIsOurs ? tree->root.pid : 0;
    // What is sent to a console reaches everybody on it.
    const bool toConsole = isForConsoles(signalNumber(signalName).value_or(0));
    bool consoleHasIt = false;
    for (const ProcessId& process : members(key)) {
        if (scope == Scope::Descendants && process.pid == root) continue;
        if (!toConsole)
            (void)sendSignal(process, signalName);
        else if (!native::closeWindows(process.pid) && !consoleHasIt && !tree->sharesConsole)
            consoleHasIt = sendSignal(process, signalName).has_value();
        if (scope == Scope::Root) return;
    }
}

bool ProcessTree::kill(const QByteArray& key)
{
    const auto tree = d->trees.value(key);
    if (!tree) return true;
    for (int round = 0; round < killRounds; ++round) {
        if (pidsIn(tree->job.get()).empty()) return true;
        ::TerminateJobObject(tree->job.get(), exitCodeOfKilled);
        ::Sleep(killPause);
    }
    return pidsIn(tree->job.get()).empty();
}

} // namespace tropero::platform
