// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/window.h"
#include <QString>
#include <QLocalSocket>
