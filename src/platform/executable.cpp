// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/executable.h"

#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace tropero::platform {

QString machineArchitecture()
{
    const QString name = QSysInfo::currentCpuArchitecture();
    return name == "arm64"_L1 ? u"aarch64"_s : name;
}

} // namespace tropero::platform
