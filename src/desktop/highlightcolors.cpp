// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/highlightcolors.h"

#include "desktop/themetokens.h"

#include <QCoreApplication>

namespace tropero {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(HighlightColors)
};

} // namespace

QColor highlightColor(const ThemeTokens& tokens, LogHighlight::Color color)
{
    const auto tone = [&] {
        switch (color) {
        case LogHighlight::Color::Blue: return tokens.info;
        case LogHighlight::Color::Green: return tokens.ok;
        case LogHighlight::Color::Amber: return tokens.warn;
        case LogHighlight::Color::Red: return tokens.bad;
        case LogHighlight::Color::Violet: return tokens.memory;
        case LogHighlight::Color::Grey: break;
        }
        return tokens.dim;
    };
    // Twice as strong as a tint, so that it is told from the lines of stderr.
    return tokens.tinted(tone(), tokens.tinted(tone(), tokens.log));
}

QString highlightColorName(LogHighlight::Color color)
{
    switch (color) {
    case LogHighlight::Color::Blue: return Texts::tr("Blue");
    case LogHighlight::Color::Green: return Texts::tr("Green");
    case LogHighlight::Color::Amber: return Texts::tr("Amber");
    case LogHighlight::Color::Red: return Texts::tr("Red");
    case LogHighlight::Color::Violet: return Texts::tr("Violet");
    case LogHighlight::Color::Grey: break;
    }
    return Texts::tr("Grey");
}

} // namespace tropero
