// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/console.h"

#include <QStringList>

namespace tropero {

/// The whole terminal, for what is painted again and again. What stood on it before is back once this object is gone.
class Screen
{
public:
    explicit Screen(Console& console);
    ~Screen();
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    /// From the top; lines that do not fit are cut. False when the terminal is gone.
    bool paint(const QStringList& lines);

private:
    Console& m_console;
};

} // namespace tropero
