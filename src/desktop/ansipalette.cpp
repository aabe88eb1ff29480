// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/ansipalette.h"

#include <array>

namespace tropero {

namespace {

using Sixteen = std::array<QRgb, 16>;

constexpr Sixteen lightSixteen = {0x1c2230, 0xc02b26, 0x137a41, 0x8f5300, 0x2563d8, 0x7f45cb,
                                  0x0b7285, 0x5f6a7f, 0x4a5468, 0xd03a34, 0x12814a, 0x946000,
                                  0x2f6fed, 0x8a4fd3, 0x0a7a8f, 0x1c2230};
constexpr Sixteen darkSixteen = {0x5c6579, 0xff7d74, 0x4cc38a, 0xf0b24a, 0x7aa7ff, 0xb996f4,
                                 0x56c5d6, 0xe6e9ef, 0x97a1b3, 0xff9a93, 0x74d8a6, 0xf7c977,
                                 0x9cbdff, 0xcdb2f8, 0x82d8e6, 0xffffff};

QColor indexedColor(quint32 index, const ThemeTokens& tokens)
{
    if (index < 16) return QColor::fromRgb(tokens.dark ? darkSixteen[index] : lightSixteen[index]);
    if (index >= 232) {
        const int grey = 8 + 10 * static_cast<int>(index - 232);
        return {grey, grey, grey};
    }
    const auto level = [](quint32 step) { return step == 0 ? 0 : 55 + 40 * static_cast<int>(step); };
    const quint32 cube = index - 16;
    return {level(cube / 36), level(cube / 6 % 6), level(cube % 6)};
}

QColor plainColor(const AnsiColor& color, const ThemeTokens& tokens)
{
    if (color.kind == AnsiColor::Kind::Rgb) return QColor::fromRgb(color.value);
    return color.kind == AnsiColor::Kind::Indexed ? indexedColor(color.value, tokens) : QColor();
}

} // namespace

QColor ansiForeground(const AnsiColor& color, const ThemeTokens& tokens, const QColor& background)
{
    const QColor plain = plainColor(color, tokens);
    return readableColor(plain.isValid() ? plain : tokens.text, background, tokens.text);
}

QColor ansiBackground(const AnsiColor& color, const ThemeTokens& tokens)
{
    return plainColor(color, tokens);
}

QColor readableColor(const QColor& color, const QColor& background, const QColor& text)
{
    if (contrastRatio(color, background) >= 4.5) return color;
    // On a coloured background the theme's text may be no better: then black or white is.
    QColor goal = text;
    if (contrastRatio(goal, background) < 4.5)
        goal = contrastRatio(Qt::white, background) >= contrastRatio(Qt::black, background) ? Qt::white
                                                                                            : Qt::black;
    for (int step = 1; step < 10; ++step) {
        const auto mix = [step](float from, float to) {
            return from + (to - from) * static_cast<float>(step) / 10.0F;
        };
        const QColor mixed =
            QColor::fromRgbF(mix(color.redF(), goal.redF()), mix(color.greenF(), goal.greenF()),
                             mix(color.blueF(), goal.blueF()));
        if (contrastRatio(mixed, background) >= 4.5) return mixed;
    }
    return goal;
}

} // namespace tropero
