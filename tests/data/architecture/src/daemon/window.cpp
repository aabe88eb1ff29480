// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/window.h"
#include "core/left.h"
#include <QtWidgets/QPushButton>
#include <qwidget.h>
#include <QSqlDatabase>
