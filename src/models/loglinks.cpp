// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/loglinks.h"

#include <QUrl>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

bool isOfAddress(QChar c)
{
    return c.unicode() > 0x20 && c.unicode() < 0x2400 && !u"\"'<>`|{}\\"_s.contains(c) && !c.isSpace();
}

bool isOfPath(QChar c)
{
    return c.isLetterOrNumber() || u"_-./\\@+~$#[]"_s.contains(c);
}

/// Digits after a colon; 0 when there are none.
int numberAt(QStringView text, qsizetype& at)
{
    if (at >= text.size() || text.at(at) != u':') return 0;
    qsizetype end = at + 1;
    int value = 0;
    while (end < text.size() && end - at <= 7 && text.at(end) >= u'0' && text.at(end) <= u'9')
        value = value * 10 + text.at(end++).digitValue();
    if (value > 0) at = end;
    return value;
}

bool hasExtension(QStringView path)
{
    const qsizetype dot = path.lastIndexOf(u'.');
    const QStringView extension = path.sliced(dot + 1);
    return dot > 0 && extension.size() >= 1 && extension.size() <= 6 && extension.front().isLetter() &&
           std::ranges::all_of(extension, [](QChar c) { return c.isLetterOrNumber(); });
}

} // namespace

QList<LogLink> findLogLinks(const QString& text)
{
    QList<LogLink> links;
    qsizetype free = 0; // nothing before it belongs to another link
    for (qsizetype colon = text.indexOf(u':'); colon >= 0; colon = text.indexOf(u':', std::max(colon + 1, free))) {
        const QStringView rest = QStringView(text).sliced(colon);
        if (rest.startsWith(u"://")) {
            for (const QStringView name : {u"https", u"http"}) {
                const qsizetype start = colon - name.size();
                if (start < free || QStringView(text).sliced(start, name.size()).compare(name, Qt::CaseInsensitive) != 0)
                    continue;
                qsizetype end = colon + 3;
                while (end < text.size() && isOfAddress(text.at(end)))
                    ++end;
                while (end > colon + 3 && u".,;:!?)]"_s.contains(text.at(end - 1)))
                    --end;
                const QString address = text.sliced(start, end - start);
                if (end > colon + 3 && QUrl(address).isValid()) links.append({start, end - start, address, 0, 0});
                free = end;
                break;
            }
            continue;
        }
        qsizetype end = colon;
        const int line = numberAt(text, end);
        if (line == 0) continue;
        qsizetype start = colon;
        while (start > free && isOfPath(text.at(start - 1)))
            --start;
        if (start - free >= 2 && text.at(start - 1) == u':' && text.at(start - 2).isLetter() &&
            (text.at(start) == u'\\' || text.at(start) == u'/') && (start - free == 2 || !isOfPath(text.at(start - 3))))
            start -= 2; // a drive
        if (QStringView(text).sliced(0, start).endsWith(u"file://")) start -= 7;
        if (start < free || !hasExtension(QStringView(text).sliced(start, colon - start))) continue;
        const int column = numberAt(text, end);
        QString path = text.sliced(start, colon - start);
        if (path.startsWith(u"file://")) path = QUrl(path).toLocalFile();
        links.append({start, end - start, path, line, column});
        free = end;
    }
    return links;
}

} // namespace tropero
