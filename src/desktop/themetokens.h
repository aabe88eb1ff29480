// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

namespace tropero {

/// Every colour of the window by what it is for. Widgets take colours from here and nowhere else.
struct ThemeTokens
{
    bool dark = false;
    QColor window; ///< behind everything
    QColor side;   ///< frames, title rows
    QColor field;  ///< what one types into
    QColor log;    ///< behind log lines
    QColor line;   ///< hairlines and borders
    QColor text;
    QColor dim;      ///< secondary text
    QColor disabled; ///< text and symbols of what cannot be used now
    QColor selection;
    QColor hover;
    QColor scroll;  ///< handle of a scroll bar
    QColor primary; ///< the one blue button
    QColor primaryHover;
    QColor onPrimary; ///< text on it
    QColor ok;
    QColor warn;
    QColor bad;
    QColor info;
    QColor cpu;
    QColor memory;

    /// The token as a style sheet names it ("@line@" is token("line")); invalid when there is none.
    QColor token(const QString& name) const;
    /// A tone laid thinly over a background: pills, marks, banners.
    QColor tinted(const QColor& tone, const QColor& background) const;
};

ThemeTokens lightTokens();
ThemeTokens darkTokens();

/// WCAG 2 contrast of two opaque colours, 1..21.
double contrastRatio(const QColor& a, const QColor& b);

} // namespace tropero
