// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/executable.h"

#include "platform/binaryformat.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tropero::platform {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Executable)
};

constexpr qint64 headSize = 4096;

QStringList executableSuffixes()
{
    return qEnvironmentVariable("PATHEXT", u".COM;.EXE;.BAT;.CMD"_s)
        .toLower()
        .split(u';', Qt::SkipEmptyParts);
}

bool isExecutableName(const QString& path)
{
    return executableSuffixes().contains(u'.' + QFileInfo(path).suffix().toLower());
}

// The file itself, or with the first suffix of PATHEXT that exists.
QString completed(const QString& path)
{
    if (isExecutableName(path) && QFileInfo(path).isFile()) return path;
    for (const QString& suffix : executableSuffixes())
        if (QFileInfo(path + suffix).isFile()) return path + suffix;
    return {};
}

bool runsHere(const BinaryFormat& binary)
{
    const QString machine = machineArchitecture();
    if (binary.system != BinaryFormat::System::Windows) return false;
    // 32-bit programs run everywhere, x86-64 ones by emulation on ARM, too.
    return binary.architecture == machine || binary.architecture == "i386"_L1 ||
           (machine == "aarch64"_L1 && binary.architecture == "x86_64"_L1);
}

} // namespace

Result<ExecutableInfo> inspectExecutable(const QString& path)
{
    const QString what = Text::tr("Cannot read the program");
    const QFileInfo information(path);
    if (!information.exists())
        return failure(ErrorCode::NotFound, what, path, Text::tr("the file does not exist"),
                       Text::tr("Check the path"));
    if (information.isDir()) return failure(ErrorCode::Io, what, path, Text::tr("it is a folder"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        const bool denied =
            file.error() == QFileDevice::PermissionsError || file.error() == QFileDevice::OpenError;
        return failure(denied ? ErrorCode::PermissionDenied : ErrorCode::Io, what, path, file.errorString());
    }
    const QByteArray head = file.read(headSize);
    ExecutableInfo info;
    info.executable = isExecutableName(path);
    const QString suffix = information.suffix().toLower();
    if (suffix == "cmd"_L1 || suffix == "bat"_L1) {
        info.kind = ExecutableInfo::Kind::Batch;
    } else if (const auto binary = recognizeBinary(head)) {
        info.kind = runsHere(*binary) ? ExecutableInfo::Kind::Native : ExecutableInfo::Kind::ForeignBinary;
        info.architecture = binary->architecture;
    } else if (const auto shebang = parseShebang(head)) {
        info.kind = ExecutableInfo::Kind::Script;
        info.interpreter = shebang->interpreter;
        info.interpreterArgs = shebang->arguments;
    } else {
        info.kind = looksLikeText(head) ? ExecutableInfo::Kind::Text : ExecutableInfo::Kind::Data;
    }
    return info;
}

Result<QString> findProgram(const QString& name, const QString& pathVariable)
{
    const QString what = Text::tr("Cannot find the program");
    if (name.isEmpty()) return failure(ErrorCode::InvalidArgument, what, name, Text::tr("its name is empty"));
    const QString slashed = QDir::fromNativeSeparators(name);
    if (slashed.contains(u'/') || slashed.contains(u':')) {
        const QString path = QDir::cleanPath(QFileInfo(slashed).absoluteFilePath());
        const QString found = completed(path);
        if (!found.isEmpty()) return found;
        if (QFileInfo::exists(path))
            return failure(ErrorCode::NotExecutable, what, path,
                           Text::tr("Windows cannot run files of that kind"),
                           Text::tr("Name the program that runs it"));
        return failure(ErrorCode::NotFound, what, path, Text::tr("the file does not exist"),
                       Text::tr("Check the path"));
    }
    QStringList searched;
    for (QString entry : pathVariable.split(u';', Qt::SkipEmptyParts)) {
        entry.remove(u'"'); // allowed around a folder there, and part of no name
        const QString folder =
            QDir::cleanPath(QFileInfo(QDir::fromNativeSeparators(entry)).absoluteFilePath());
        if (searched.contains(folder, Qt::CaseInsensitive)) continue;
        searched.append(folder);
        const QString found = completed(QDir(folder).filePath(slashed));
        if (!found.isEmpty()) return found;
    }
    return failure(ErrorCode::NotFound, what, name,
                   Text::tr("it is in none of the folders of PATH; looked in %1").arg(searched.join(", "_L1)),
                   Text::tr("Check the name, or give the whole path"));
}

} // namespace tropero::platform
