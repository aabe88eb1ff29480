// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/namecase.h"

#include <QString>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace tropero {

Qt::CaseSensitivity systemNameCase()
{
    static const Qt::CaseSensitivity result =
        QSysInfo::kernelType() == "winnt"_L1 ? Qt::CaseInsensitive : Qt::CaseSensitive;
    return result;
}

} // namespace tropero
