// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace tropero {
class Theme;
}

namespace tropero::test {

/// The launch dialog in all its states and sections.
void launchPictures(Theme& theme, const std::function<void(QWidget&, const QString&)>& save);

} // namespace tropero::test
