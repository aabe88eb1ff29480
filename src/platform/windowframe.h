// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace tropero::platform {

/// Title bar and border of that native window (QWidget::winId) in dark or light colours, where the program has to say so (Windows).
void setDarkFrame(quintptr window, bool dark);
/// The user has started this program: another one may come forward in its place. Else Windows lets its symbol blink.
void letOthersComeForward();

} // namespace tropero::platform
