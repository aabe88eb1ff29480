// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace tropero {

class LaunchSection;
class Theme;

/// The pages of the launch dialog that are made of plain fields.
LaunchSection* makeReadinessPage(Theme& theme, QWidget* parent);
LaunchSection* makeLogsPage(Theme& theme, QWidget* parent);

} // namespace tropero
