// SPDX-License-Identifier: GPL-3.0-or-later
// What most tests include, precompiled; each still includes what it uses. Not QtTest: that has the folder of each test in a macro.
#pragma once

#include <QtCore/QtCore>
#ifdef QT_WIDGETS_LIB
#include <QtWidgets/QtWidgets>
#endif

#include <algorithm>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <vector>
