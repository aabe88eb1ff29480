// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace tropero {

/// Where a browser finds what listens on that port of this machine.
QUrl localUrl(int port);
void openInBrowser(int port);

} // namespace tropero
