// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/localport.h"

#include <QDesktopServices>

namespace tropero {

using namespace Qt::StringLiterals;

QUrl localUrl(int port)
{
    return QUrl(u"http://localhost:%1"_s.arg(port));
}

void openInBrowser(int port)
{
    QDesktopServices::openUrl(localUrl(port));
}

} // namespace tropero
