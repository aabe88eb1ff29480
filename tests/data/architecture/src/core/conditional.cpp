// SPDX-License-Identifier: GPL-3.0-or-later

#ifdef Q_OS_WIN
#endif

#  if defined(__linux__) || defined(_WIN32)
#endif

#include "left.h"
#include "version.h"
