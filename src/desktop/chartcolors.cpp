// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/chartcolors.h"

#include "desktop/themetokens.h"

#include <QSet>

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

QList<int> curveIndices(const QStringList& apps)
{
    QList<int> indices;
    QSet<int> taken;
    for (const QString& app : apps) {
        int index = qChecksum(app.toUtf8()) % curveColors;
        while (taken.size() < curveColors && taken.contains(index))
            index = (index + 1) % curveColors;
        taken.insert(index);
        if (taken.size() == curveColors) taken.clear();
        indices.append(index);
    }
    return indices;
}

} // namespace tropero
