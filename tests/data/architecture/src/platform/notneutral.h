// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifdef Q_OS_WIN
#endif
