// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/processstart.h"

#include "platform/childside_unix.h"
#include "platform/descriptor_unix.h"
#include "platform/executable.h"
#include "platform/lasterror_unix.h"
#include "platform/systemerror.h"

#include <QByteArrayList>
#include <QCoreApplication>
#include <QFile>

#include <fcntl.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <cerrno>
#include <csignal>
#include <vector>

using namespace Qt::StringLiterals;

namespace tropero::platform {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProcessStart)
};

constexpr size_t stackSize = 64 * 1024;
constexpr int exitCannotStart = 127;

// Shared with both children, which run in this process's memory (as vfork() does) until the program is there.
struct Launch
{
    const char* program = nullptr;
    char* const* arguments = nullptr;
    char* const* environment = nullptr;
    const char* folder = nullptr;
    int input = -1;
    int output = -1;
    char* programStack = nullptr; ///< its upper end
    volatile pid_t pid = 0;
    volatile int error = 0;
};

TROPERO_CHILD_SIDE int runProgram(void* shared)
{
    auto* launch = static_cast<Launch*>(shared);
    childside::resetSignals();
    ::syscall(SYS_setsid);
    bool ready = true;
    if (launch->folder) ready = ::syscall(SYS_chdir, launch->folder) == 0;
    ready = ready && childside::duplicate(launch->input, STDIN_FILENO) &&
            childside::duplicate(launch->output, STDOUT_FILENO) &&
            childside::duplicate(launch->output, STDERR_FILENO);
    childside::closeOthersAtExec();
    if (ready) ::syscall(SYS_execve, launch->program, launch->arguments, launch->environment);
    launch->error = errno;
    ::syscall(SYS_exit, exitCannotStart);
    return exitCannotStart;
}

// Ends at once, so that the program's parent is the system's reaper and its end needs no care of ours.
TROPERO_CHILD_SIDE int runIntermediate(void* shared)
{
    auto* launch = static_cast<Launch*>(shared);
    launch->pid = ::clone(runProgram, launch->programStack, CLONE_VM | CLONE_VFORK | SIGCHLD, launch);
    if (launch->pid < 0) launch->error = errno;
    ::syscall(SYS_exit, 0);
    return 0;
}

// Both stacks, with their upper ends, where they begin.
class ChildStacks
{
public:
    ChildStacks()
        : m_memory(::mmap(nullptr, 2 * stackSize, PROT_READ | PROT_WRITE,
                          MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0))
    {
    }
    ~ChildStacks()
    {
        if (*this) ::munmap(m_memory, 2 * stackSize);
    }
    Q_DISABLE_COPY_MOVE(ChildStacks)

    explicit operator bool() const { return m_memory != MAP_FAILED; }
    char* first() const { return static_cast<char*>(m_memory) + stackSize; }
    char* second() const { return static_cast<char*>(m_memory) + 2 * stackSize; }

private:
    void* m_memory;
};

class AllSignalsBlocked
{
public:
    AllSignalsBlocked()
    {
        sigset_t all;
        ::sigfillset(&all);
        ::pthread_sigmask(SIG_SETMASK, &all, &m_before);
    }
    ~AllSignalsBlocked() { ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr); }
    Q_DISABLE_COPY_MOVE(AllSignalsBlocked)

private:
    sigset_t m_before;
};

std::vector<char*> pointersTo(QByteArrayList& texts)
{
    std::vector<char*> pointers;
    for (QByteArray& text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

// A daemon that an app happens to start is no part of that app: it says so to those who look for the app's
// processes.
QByteArrayList environmentOfNoInstance()
{
    constexpr QByteArrayView instance = "TROPERO_INSTANCE=";
    QByteArrayList entries;
    for (char** entry = environ; *entry; ++entry) {
        const QByteArrayView view(*entry);
        entries.append(view.startsWith(instance) ? instance.toByteArray() : view.toByteArray());
    }
    return entries;
}

Result<Descriptor> openLog(const QString& logFile)
{
    const QByteArray name = logFile.isEmpty() ? QByteArrayLiteral("/dev/null") : QFile::encodeName(logFile);
    Descriptor log(
        ::open(name.constData(), O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY, 0600));
    if (!log)
        return systemFailure(lastError(), Text::tr("Cannot open the file for writing"), logFile);
    return log;
}

int launchWith(Launch& launch)
{
    const ChildStacks stacks;
    if (!stacks) return errno;
    launch.programStack = stacks.second();
    const AllSignalsBlocked blocked; // a handler of ours must not run in a child that shares our memory
    // No exit signal: nobody else's SIGCHLD handling shall see the intermediate process.
    const pid_t intermediate = ::clone(runIntermediate, stacks.first(), CLONE_VM | CLONE_VFORK, &launch);
    if (intermediate < 0) return errno;
    while (::waitpid(intermediate, nullptr, __WALL) < 0 && errno == EINTR) {
    }
    return launch.error;
}

} // namespace

Result<qint64> startDetached(const QString& program, const QStringList& arguments, const QString& folder,
                             const QString& logFile)
{
    const Result<QString> path = findProgram(program, qEnvironmentVariable("PATH"));
    if (!path) return std::unexpected(path.error());
    const Descriptor input(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    const Result<Descriptor> log = openLog(logFile);
    if (!log) return std::unexpected(log.error());

    const QByteArray programName = QFile::encodeName(*path);
    const QByteArray folderName = QFile::encodeName(folder);
    QByteArrayList argumentTexts{programName};
    for (const QString& argument : arguments)
        argumentTexts.append(argument.toLocal8Bit());
    QByteArrayList environmentTexts = environmentOfNoInstance();
    const std::vector<char*> argumentPointers = pointersTo(argumentTexts);
    const std::vector<char*> environmentPointers = pointersTo(environmentTexts);

    Launch launch;
    launch.program = programName.constData();
    launch.arguments = argumentPointers.data();
    launch.environment = environmentPointers.data();
    launch.folder = folder.isEmpty() ? nullptr : folderName.constData();
    launch.input = input.get();
    launch.output = log->get();
    if (const int error = launchWith(launch); error != 0)
        return systemFailure(static_cast<unsigned long>(error), Text::tr("Cannot start the program"), *path);
    return launch.pid;
}

} // namespace tropero::platform
