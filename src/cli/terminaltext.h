// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace tropero {

/// Output of an app made fit for a terminal: colours (SGR sequences) stay and are ended with the text, every other control character becomes a
/// visible sign, so that no app can move the cursor, set the title or reach the clipboard. A carriage return at the end is dropped.
QByteArray harmlessText(const QByteArray& text);
QString harmlessText(const QString& text);

/// A harmless text cut to that many columns; its colours take none, and end with it. Tabs count as one and become blanks.
QString cutToWidth(const QString& text, int width);
/// A harmless text with every occurrence of `word` shown in reverse, in whatever case.
QString withHighlights(const QString& text, const QString& word);

} // namespace tropero
