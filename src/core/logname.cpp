// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logname.h"

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

constexpr qsizetype longestName = 100;

bool isKept(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9') || u == u'.' || u == u'-';
}

} // namespace

QString sanitiseForFileName(const QString& name)
{
    QString result = name.left(longestName);
    for (QChar& c : result) {
        if (!isKept(c))
            c = u'-';
    }
    if (result.isEmpty() || result == "."_L1 || result == ".."_L1)
        return u"app"_s;
    return result;
}

} // namespace tropero
