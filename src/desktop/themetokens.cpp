// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/themetokens.h"

#include <cmath>
#include <utility>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

struct NamedToken
{
    QLatin1StringView name;
    QColor ThemeTokens::*color;
};

constexpr NamedToken namedTokens[] = {
    {"window"_L1, &ThemeTokens::window},
    {"side"_L1, &ThemeTokens::side},
    {"field"_L1, &ThemeTokens::field},
    {"log"_L1, &ThemeTokens::log},
    {"line"_L1, &ThemeTokens::line},
    {"text"_L1, &ThemeTokens::text},
    {"disabled"_L1, &ThemeTokens::disabled},
    {"dim"_L1, &ThemeTokens::dim},
    {"selection"_L1, &ThemeTokens::selection},
    {"hover"_L1, &ThemeTokens::hover},
    {"primary"_L1, &ThemeTokens::primary},
    {"scroll"_L1, &ThemeTokens::scroll},
    {"primaryHover"_L1, &ThemeTokens::primaryHover},
    {"onPrimary"_L1, &ThemeTokens::onPrimary},
    {"ok"_L1, &ThemeTokens::ok},
    {"warn"_L1, &ThemeTokens::warn},
    {"bad"_L1, &ThemeTokens::bad},
    {"info"_L1, &ThemeTokens::info},
    {"cpu"_L1, &ThemeTokens::cpu},
    {"memory"_L1, &ThemeTokens::memory},
};

double luminance(const QColor& color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QColor ThemeTokens::token(const QString& name) const
{
    for (const NamedToken& named : namedTokens) {
        if (name == named.name) return this->*named.color;
    }
    return {};
}

QColor ThemeTokens::tinted(const QColor& tone, const QColor& background) const
{
    const double share = dark ? 0.16 : 0.11;
    const auto mix = [share](double over, double under) {
        return static_cast<float>(over * share + under * (1 - share));
    };
    return QColor::fromRgbF(mix(tone.redF(), background.redF()), mix(tone.greenF(), background.greenF()),
                            mix(tone.blueF(), background.blueF()));
}

ThemeTokens lightTokens()
{
    ThemeTokens t;
    t.window = QColor(u"#fbfbfc"_s);
    t.side = QColor(u"#f1f2f5"_s);
    t.field = QColor(u"#ffffff"_s);
    t.log = QColor(u"#ffffff"_s);
    t.line = QColor(u"#e2e4ea"_s);
    t.text = QColor(u"#1c2230"_s);
    t.dim = QColor(u"#5f6a7f"_s);
    t.disabled = QColor(u"#a3aab8"_s);
    t.selection = QColor(u"#e4edff"_s);
    t.hover = QColor(u"#f1f3f7"_s);
    t.scroll = QColor(u"#c9ced8"_s);
    t.primary = QColor(u"#2a68e4"_s);
    t.primaryHover = QColor(u"#215bd0"_s);
    t.onPrimary = QColor(u"#ffffff"_s);
    t.ok = QColor(u"#137a41"_s);
    t.warn = QColor(u"#8f5300"_s);
    t.bad = QColor(u"#c02b26"_s);
    t.info = QColor(u"#2563d8"_s);
    t.cpu = QColor(u"#2563d8"_s);
    t.memory = QColor(u"#7f45cb"_s);
    return t;
}

ThemeTokens darkTokens()
{
    ThemeTokens t;
    t.dark = true;
    t.window = QColor(u"#1b1e25"_s);
    t.side = QColor(u"#15181e"_s);
    t.field = QColor(u"#14171c"_s);
    t.log = QColor(u"#14171c"_s);
    t.line = QColor(u"#2c313c"_s);
    t.text = QColor(u"#e6e9ef"_s);
    t.dim = QColor(u"#97a1b3"_s);
    t.disabled = QColor(u"#596174"_s);
    t.selection = QColor(u"#24375c"_s);
    t.hover = QColor(u"#232731"_s);
    t.scroll = QColor(u"#3d4452"_s);
    t.primary = QColor(u"#326ce5"_s);
    t.primaryHover = QColor(u"#3b76f0"_s);
    t.onPrimary = QColor(u"#ffffff"_s);
    t.ok = QColor(u"#4cc38a"_s);
    t.warn = QColor(u"#f0b24a"_s);
    t.bad = QColor(u"#ff7d74"_s);
    t.info = QColor(u"#7aa7ff"_s);
    t.cpu = QColor(u"#7aa7ff"_s);
    t.memory = QColor(u"#b996f4"_s);
    return t;
}

double contrastRatio(const QColor& a, const QColor& b)
{
    double bright = luminance(a);
    double darker = luminance(b);
    if (bright < darker) std::swap(bright, darker);
    return (bright + 0.05) / (darker + 0.05);
}

} // namespace tropero
