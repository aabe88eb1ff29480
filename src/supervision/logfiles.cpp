// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/logfiles.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

bool meansDiscard(const QString& path)
{
    return path.isEmpty() || path == "NULL"_L1 || path == "/dev/null"_L1 || path == "\\\\.\\NUL"_L1;
}

} // namespace

std::shared_ptr<LogFile> LogFiles::open(const QString& path, const LogFile::Limits& limits)
{
    if (meansDiscard(path))
        return nullptr;
    std::weak_ptr<LogFile>& known = m_files[path];
    std::shared_ptr<LogFile> file = known.lock();
    if (file) {
        file->setLimits(limits);
    } else {
        file = std::make_shared<LogFile>(path, limits);
        known = file;
    }
    return file;
}

QString combinedLogPath(const QString& configured, const QString& folder, bool merge, int index)
{
    if (meansDiscard(configured))
        return {};
    const QString path = QDir::cleanPath(QDir(folder).absoluteFilePath(configured));
    if (merge || index == 0)
        return path;
    const QFileInfo file(path);
    const QString extension = file.suffix().isEmpty() ? QString() : u'.' + file.suffix();
    return file.absolutePath() + u'/' + file.completeBaseName() + u'-' + QString::number(index) + extension;
}

} // namespace tropero
