// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/logtail.h"
#include "models/ansitext.h"

#include <QAbstractListModel>
#include <QHash>

#include <deque>

namespace tropero {

/// One row of a log: a line of output, or a mark between the lines ("restarted: exit code 1").
struct LogRow
{
    enum class Kind { Output, Mark };
    enum class Tone { Calm, Warning, Bad }; ///< of a mark

    Kind kind = Kind::Output;
    Tone tone = Tone::Calm;
    QByteArray text; ///< bytes of a line; UTF-8 of a mark
    qint64 time = 0; ///< nanoseconds since the epoch; 0 unknown
    bool isError = false;
    int number = -1;
    AnsiStyle style; ///< what earlier lines of the stream left switched on
};

enum LogRole { LogTimeRole = Qt::UserRole, LogErrorRole, LogNumberRole, LogMarkRole };

/// The newest lines of a log, bounded by count and by bytes: what is too old leaves at the front. Lines come
/// in batches and stay in the order in which they come; marks are put between them by their time. A piece
/// without line feed is continued by the stream's next one.
class LogLines : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int defaultMaxLines = 50'000;
    static constexpr qint64 defaultMaxBytes = 64LL * 1024 * 1024;

    explicit LogLines(QObject* parent = nullptr, int maxLines = defaultMaxLines,
                      qint64 maxBytes = defaultMaxBytes);

    void clear();
    void append(const QList<LogLine>& lines);
    void addMark(qint64 time, int number, const QString& text, LogRow::Tone tone);

    const LogRow& row(int row) const { return m_rows[static_cast<size_t>(row)]; }
    /// Rows that left at the front since the last clear().
    qint64 dropped() const { return m_dropped; }

    int rowCount(const QModelIndex& parent = {}) const override;
    /// DisplayRole: the text without escape sequences.
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    struct Stream
    {
        AnsiStyle style;
        qint64 openLine = -1; ///< position since clear() of the line that waits for its rest
    };

    Stream& stream(const LogLine& line);
    bool continueLine(Stream& stream, const LogLine& line);
    void insertLines(const QList<LogLine>& lines);
    void trim();

    std::deque<LogRow> m_rows;
    QHash<qint64, Stream> m_streams;
    qint64 m_bytes = 0;
    qint64 m_dropped = 0;
    int m_maxLines;
    qint64 m_maxBytes;
};

} // namespace tropero
