// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/globpattern.h"

#include "core/namecase.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tropero {

bool isGlob(const QString& text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c == u'*' || c == u'?' || c == u'[' || c == u'{'; });
}

QRegularExpression globExpression(const QString& glob, bool anywhere)
{
    QString text = glob;
    while (text.endsWith("/**"_L1)) // what is below is matched anyway
        text.chop(3);
    QString expression = anywhere ? u"(?:^|/)"_s : u"^"_s;
    int open = 0; // braces
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const qsizetype end = c == u'[' ? text.indexOf(u']', i + 2) : -1;
        if (QStringView(text).sliced(i).startsWith("**/"_L1)) {
            expression += "(?:.*/)?"_L1;
            i += 2;
        } else if (QStringView(text).sliced(i).startsWith("**"_L1)) {
            expression += ".*"_L1;
            ++i;
        } else if (c == u'*') {
            expression += "[^/]*"_L1;
        } else if (c == u'?') {
            expression += "[^/]"_L1;
        } else if (end > 0) {
            QString set = text.sliced(i + 1, end - i - 1).replace(u'\\', "\\\\"_L1).replace(u'[', "\\["_L1);
            if (set.startsWith(u'!'))
                set[0] = u'^';
            expression += u'[' + set + u']';
            i = end;
        } else if (c == u'{' && text.indexOf(u'}', i) > 0) {
            expression += "(?:"_L1;
            ++open;
        } else if (c == u'}' && open > 0) {
            expression += u')';
            --open;
        } else if (c == u',' && open > 0) {
            expression += u'|';
        } else {
            expression += QRegularExpression::escape(QString(c));
        }
    }
    expression += "(?:/.*)?$"_L1;
    const auto options = systemNameCase() == Qt::CaseInsensitive ? QRegularExpression::CaseInsensitiveOption : QRegularExpression::NoPatternOption;
    return QRegularExpression(expression, options | QRegularExpression::DotMatchesEverythingOption);
}

} // namespace tropero
