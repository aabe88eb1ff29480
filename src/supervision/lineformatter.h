// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QString>

namespace tropero {

/// Makes stored lines of raw output: with a date before each, as JSON objects, or as they are. Output comes in chunks that end anywhere;
/// an unfinished line is kept until its line feed arrives, at most maxPartial bytes of it.
class LineFormatter
{
public:
    struct Style
    {
        QString dateFormat;  ///< Qt's or day.js's letters; empty: no date
        bool json = false;   ///< {"message","timestamp","type","process_id","app_name"}, as PM2
        QString stream;      ///< "out" or "err", for JSON
        int number = 0;      ///< process_id, for JSON
        QString appName;     ///< for JSON
    };

    static constexpr qsizetype maxPartial = 64 * 1024;

    explicit LineFormatter(Style style);

    /// Lines that are complete with these bytes, formatted.
    QByteArray feed(QByteArrayView bytes, const QDateTime& time);
    /// The unfinished line, ended with a line feed: the stream is over. Empty when there is none.
    QByteArray finish(const QDateTime& time);

private:
    void appendPiece(QByteArray& to, QByteArrayView piece, const QDateTime& time, bool endOfLine);
    QByteArray jsonLine(QByteArrayView piece, const QDateTime& time) const;
    QString date(const QDateTime& time) const;

    Style m_style;
    QString m_qtFormat;
    QByteArray m_partial;
    bool m_lineBegun = false; ///< a part of the current line is out already
    QByteArray m_prefix;      ///< of m_prefixTime
    QDateTime m_prefixTime;
};

/// day.js letters (YYYY-MM-DD HH:mm:ss.SSS Z, [text]) as QDateTime::toString() knows them; a Qt format is returned as it is.
QString qtDateFormat(const QString& format);

} // namespace tropero
