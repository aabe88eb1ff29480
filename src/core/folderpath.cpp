// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/folderpath.h"

#include <QDir>

namespace tropero {

QString pathIn(const QString& folder, const QString& name)
{
    return folder.endsWith(u'/') ? folder + name : folder + u'/' + name;
}

bool isWithin(const QString& path, const QString& folder)
{
    return path.startsWith(folder) && (path.size() == folder.size() || folder.endsWith(u'/') || path.at(folder.size()) == u'/');
}

QString shortFolder(const QString& folder)
{
    const QString home = QDir::homePath();
    const bool isInside = isWithin(folder, home);
    return QDir::toNativeSeparators(isInside ? u'~' + folder.sliced(home.size()) : folder);
}

} // namespace tropero
