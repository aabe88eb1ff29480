// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/nodeprogram.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tropero {

bool isNode(const QString& interpreterPath)
{
    QString name = QDir::fromNativeSeparators(interpreterPath).section(u'/', -1).toLower();
    if (name.endsWith(".exe"_L1))
        name.chop(4);
    return name == "node"_L1 || name == "nodejs"_L1;
}

QString agentFolder(const QString& applicationFolder)
{
    const QDir beside(applicationFolder);
    for (const QString& place : {u"agent"_s, u"../share/tropero/agent"_s, u"../lib/tropero/agent"_s}) {
        const QString folder = QDir::cleanPath(beside.absoluteFilePath(place));
        if (QFileInfo(folder + "/hook.cjs"_L1).isFile() && QFileInfo(folder + "/primary.cjs"_L1).isFile())
            return folder;
    }
    return {};
}

} // namespace tropero
