// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/homefolders.h"

#include "platform/files.h"

namespace tropero {

Result<void> ensureHomeFolders(const HomeLayout& home)
{
    for (const QString& folder : {home.home(), home.runFolder(), home.guardLocksFolder(), home.appsFolder(),
                                  home.previousFolder(), home.logsFolder(), home.pidsFolder()}) {
        if (auto made = platform::ensurePrivateFolder(folder); !made) return made;
    }
    return {};
}

} // namespace tropero
