// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/executable.h"

#include "platform/binaryformat.h"
#include "platform/descriptor_unix.h"
#include "platform/lasterror_unix.h"
#include "platform/systemerror.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace tropero::platform {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Executable)
};

constexpr qsizetype headSize = 4096;

bool mayExecute(const QString& path)
{
    return QFileInfo(path).isFile() &&
           ::faccessat(AT_FDCWD, QFile::encodeName(path).constData(), X_OK, AT_EACCESS) == 0;
}

Result<QByteArray> readHead(const QString& path)
{
    const QString what = Text::tr("Cannot read the program");
    const Descriptor file(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file && lastError() == ENOENT)
        return failure(ErrorCode::NotFound, what, path, Text::tr("the file does not exist"),
                       Text::tr("Check the path"));
    if (!file) return systemFailure(lastError(), what, path);
    struct stat status
    {
    };
    if (::fstat(file.get(), &status) != 0) return systemFailure(lastError(), what, path);
    if (S_ISDIR(status.st_mode)) return failure(ErrorCode::Io, what, path, Text::tr("it is a folder"));
    if (!S_ISREG(status.st_mode))
        return failure(ErrorCode::Io, what, path, Text::tr("it is not a regular file"));
    QByteArray head(headSize, Qt::Uninitialized);
    const ssize_t count = ::read(file.get(), head.data(), headSize);
    if (count < 0) return systemFailure(lastError(), what, path);
    head.truncate(count);
    return head;
}

bool runsHere(const BinaryFormat& binary)
{
    if (binary.system != BinaryFormat::System::Linux) return false;
    const QString machine = machineArchitecture();
    // The usual 64-bit kernels run the programs of their 32-bit predecessors, too.
    return binary.architecture == machine || (machine == "x86_64"_L1 && binary.architecture == "i386"_L1) ||
           (machine == "aarch64"_L1 && binary.architecture == "arm"_L1);
}

} // namespace

Result<ExecutableInfo> inspectExecutable(const QString& path)
{
    const Result<QByteArray> head = readHead(path);
    if (!head) return std::unexpected(head.error());
    ExecutableInfo info;
    info.executable = mayExecute(path);
    if (const auto binary = recognizeBinary(*head)) {
        info.kind = runsHere(*binary) ? ExecutableInfo::Kind::Native : ExecutableInfo::Kind::ForeignBinary;
        info.architecture = binary->architecture;
    } else if (const auto shebang = parseShebang(*head)) {
        info.kind = ExecutableInfo::Kind::Script;
        info.interpreter = shebang->interpreter;
        info.interpreterArgs = shebang->arguments;
    } else {
        info.kind = looksLikeText(*head) ? ExecutableInfo::Kind::Text : ExecutableInfo::Kind::Data;
    }
    return info;
}

Result<QString> findProgram(const QString& name, const QString& pathVariable)
{
    const QString what = Text::tr("Cannot find the program");
    if (name.isEmpty()) return failure(ErrorCode::InvalidArgument, what, name, Text::tr("its name is empty"));
    if (name.contains(u'/')) {
        const QString path = QDir::cleanPath(QFileInfo(name).absoluteFilePath());
        if (!QFileInfo::exists(path))
            return failure(ErrorCode::NotFound, what, path, Text::tr("the file does not exist"),
                           Text::tr("Check the path"));
        if (!mayExecute(path))
            return failure(ErrorCode::NotExecutable, what, path, Text::tr("it may not be executed"),
                           Text::tr("Run: chmod +x \"%1\"").arg(path));
        return path;
    }
    QStringList searched;
    QString notExecutable;
    for (const QString& entry :
         (pathVariable.isEmpty() ? u"/usr/local/bin:/usr/bin:/bin"_s : pathVariable).split(u':')) {
        const QString folder =
            entry.isEmpty() ? QDir::currentPath() : QDir::cleanPath(QFileInfo(entry).absoluteFilePath());
        if (searched.contains(folder)) continue;
        searched.append(folder);
        const QString path = QDir(folder).filePath(name);
        if (mayExecute(path)) return path;
        if (notExecutable.isEmpty() && QFileInfo(path).isFile()) notExecutable = path;
    }
    if (!notExecutable.isEmpty())
        return failure(ErrorCode::NotExecutable, what, notExecutable, Text::tr("it may not be executed"),
                       Text::tr("Run: chmod +x \"%1\"").arg(notExecutable));
    return failure(ErrorCode::NotFound, what, name,
                   Text::tr("it is in none of the folders of PATH; looked in %1").arg(searched.join(", "_L1)),
                   Text::tr("Check the name, or give the whole path"));
}

} // namespace tropero::platform
