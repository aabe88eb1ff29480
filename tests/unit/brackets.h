// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

/// Says every text in angle brackets, with its arguments in their places.
class Brackets : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char*, int count) const override
    {
        return QLatin1Char('<') + QString::fromUtf8(source).replace(QStringLiteral("%n"), QString::number(count)) + QLatin1Char('>');
    }
};
