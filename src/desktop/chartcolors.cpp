// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/chartcolors.h"

#include "desktop/themetokens.h"

namespace tropero {

QColor curveColor(const ThemeTokens& tokens, int index)
{
    // Neighbours lie far apart.
    static constexpr int turns[curveColors] = {0, 180, 60, 270, 120, 330, 210, 30, 150, 300, 90, 240};
    const int place = index % curveColors;
    const int hue = (tokens.cpu.hslHue() + turns[place]) % 360;
    const int saturation = std::min(tokens.cpu.hslSaturation(), 190);
    int lightness = tokens.cpu.lightness();
    QColor color = QColor::fromHsl(hue, saturation, lightness);
    while (contrastRatio(color, tokens.window) < 3.2 && lightness > 8 && lightness < 247) {
        lightness += tokens.dark ? 4 : -4;
        color = QColor::fromHsl(hue, saturation, lightness);
    }
    return color;
}

} // namespace tropero
