// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace tropero {

/// Output of an app made fit for a terminal: colours (SGR sequences) stay and are ended with the text, every other control character becomes a
/// visible sign, so that no app can move the cursor, set the title or reach the clipboard. A carriage return at the end is dropped.
QByteArray harmlessText(const QByteArray& text);
QString harmlessText(const QString& text);

} // namespace tropero
