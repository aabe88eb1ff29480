// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace tropero::platform {

/// A square picture: size * size pixels of 4 bytes, premultiplied, as QImage::Format_ARGB32_Premultiplied has them. Size 0: none.
struct TaskbarBadge
{
    int size = 0;
    QByteArray pixels;
    QString description; ///< for screen readers
};

struct TaskbarTask
{
    QString title;
    QString program; ///< absolute
    QStringList arguments;
    bool console = false; ///< a console program, whose console is not to be seen
};

struct TaskbarMenu
{
    QList<TaskbarTask> tasks;
    QString category; ///< heading of the items
    QList<TaskbarTask> items; ///< those that the user has removed from the menu stay out of it
};

/// The program's entry of the taskbar (Windows); elsewhere the desktop entry has the tasks and nothing happens here.
/// Windows takes windows, pinned shortcuts and notifications of one program together by the identity. Call before the first window.
void setTaskbarIdentity();
/// Over the symbol of that native window (QWidget::winId).
void setTaskbarBadge(quintptr window, const TaskbarBadge& badge);
/// What the menu of the symbol has from now on. Where the user wants no items in such menus, only the tasks are in it.
Result<void> setTaskbarMenu(const TaskbarMenu& menu);

} // namespace tropero::platform
