// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/lineformatter.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

struct Letter
{
    QLatin1StringView dayJs;
    QLatin1StringView qt;
};

// Longest first: "YYYY" must not be read as two "YY".
constexpr std::array letters{
    Letter{"YYYY"_L1, "yyyy"_L1}, Letter{"SSS"_L1, "zzz"_L1}, Letter{"YY"_L1, "yy"_L1}, Letter{"DD"_L1, "dd"_L1},
    Letter{"ZZ"_L1, "t"_L1},      Letter{"Z"_L1, "t"_L1},     Letter{"D"_L1, "d"_L1},   Letter{"A"_L1, "AP"_L1},
};

} // namespace

QString qtDateFormat(const QString& format)
{
    const bool isDayJs = format.contains(u'Y') || format.contains(u'D') || format.contains("SSS"_L1) || format.contains(u'[');
    if (!isDayJs)
        return format;
    QString result;
    for (qsizetype i = 0; i < format.size();) {
        const QStringView rest = QStringView(format).sliced(i);
        if (rest.startsWith(u'[') && rest.contains(u']')) {
            const qsizetype end = rest.indexOf(u']');
            result += u'\'';
            result += rest.sliced(1, end - 1);
            result += u'\'';
            i += end + 1;
            continue;
        }
        const auto* letter = std::ranges::find_if(letters, [rest](const Letter& l) { return rest.startsWith(l.dayJs); });
        if (letter != letters.end()) {
            result += letter->qt;
            i += letter->dayJs.size();
        } else if (rest.startsWith(u'T')) {
            result += "'T'"_L1;
            ++i;
        } else {
            result += rest.first(1);
            ++i;
        }
    }
    return result;
}

LineFormatter::LineFormatter(Style style) : m_style(std::move(style)), m_qtFormat(qtDateFormat(m_style.dateFormat)) {}

QByteArray LineFormatter::feed(QByteArrayView bytes, const QDateTime& time)
{
    QByteArray result;
    result.reserve(bytes.size() + bytes.size() / 4);
    while (!bytes.isEmpty()) {
        const qsizetype lineFeed = bytes.indexOf('\n');
        const QByteArrayView piece = lineFeed >= 0 ? bytes.first(lineFeed) : bytes;
        bytes = lineFeed >= 0 ? bytes.sliced(lineFeed + 1) : QByteArrayView();
        if (lineFeed >= 0 && m_partial.isEmpty()) {
            appendPiece(result, piece, time, true);
            continue;
        }
        m_partial += piece;
        if (lineFeed >= 0 || m_partial.size() >= maxPartial) {
            appendPiece(result, m_partial, time, lineFeed >= 0);
            m_partial.clear();
        }
    }
    return result;
}

QByteArray LineFormatter::finish(const QDateTime& time)
{
    QByteArray result;
    if (!m_partial.isEmpty() || m_lineBegun)
        appendPiece(result, m_partial, time, true);
    m_partial.clear();
    return result;
}

void LineFormatter::appendPiece(QByteArray& to, QByteArrayView piece, const QDateTime& time, bool endOfLine)
{
    if (m_style.json) {
        if (!piece.isEmpty() || !m_lineBegun)
            to += jsonLine(piece, time);
    } else {
        if (!m_lineBegun && !m_qtFormat.isEmpty()) {
            if (m_prefixTime != time) {
                m_prefix = date(time).toUtf8() + ": ";
                m_prefixTime = time;
            }
            to += m_prefix;
        }
        to += piece;
        if (endOfLine)
            to += '\n';
    }
    m_lineBegun = !endOfLine;
}

QByteArray LineFormatter::jsonLine(QByteArrayView piece, const QDateTime& time) const
{
    const QJsonObject object{
        {u"message"_s, QString::fromUtf8(piece)},
        {u"timestamp"_s, m_qtFormat.isEmpty() ? time.toUTC().toString(Qt::ISODateWithMs) : date(time)},
        {u"type"_s, m_style.stream},
        {u"process_id"_s, m_style.number},
        {u"app_name"_s, m_style.appName},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QString LineFormatter::date(const QDateTime& time) const
{
    return time.toString(m_qtFormat);
}

} // namespace tropero
