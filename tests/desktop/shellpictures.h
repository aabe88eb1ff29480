// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace tropero {
class Theme;
}

namespace tropero::test {

/// What comes and goes above the pages: menus, questions, messages; and the page of activity.
void shellPictures(Theme& theme, const std::function<void(QWidget&, const QString&)>& save);

} // namespace tropero::test
