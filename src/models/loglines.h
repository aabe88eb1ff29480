// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logmarks.h"
#include "models/logmatcher.h"
#include "models/logreader.h"
#include "models/logsearch.h"

#include <QAbstractListModel>

#include <optional>

namespace tropero {

enum LogRole { LogTimeRole = Qt::UserRole, LogErrorRole, LogNumberRole, LogMarkRole };

/// What a person wants to see of a log.
struct LogQuery
{
    QString text;         ///< empty: nothing is searched
    bool isRegex = false;
    bool matchCase = false;
    bool onlyMatches = false;
    int levels = 0;       ///< bits 1 << LogLevel; 0: all
    bool showOut = true;
    bool showError = true;
    QSet<int> hidden{};   ///< instances that are left out, with their marks

    bool operator==(const LogQuery&) const = default;
};

/// The rows of a log: its lines in the order of capture, or those that a query lets through, and marks between them by
/// their time. Rows are added at both ends as files are read and looked through; their text is read when asked for.
class LogLines : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit LogLines(QObject* parent = nullptr);

    void clear();
    void apply(const LogDelta& delta, bool continued = false);
    void addMark(qint64 time, int number, const QString& text, LogRow::Tone tone);

    /// InvalidArgument when the expression cannot be used; then nothing changes.
    Result<void> setQuery(const LogQuery& query);
    const LogQuery& query() const { return m_query; }
    /// Leaves out what is there now; showAll() has it back.
    void hideAll();
    void showAll();
    bool isHiding() const { return m_floor > m_store.first(); }

    LogRow row(int row) const;
    /// The whole text of a row, up to `most` bytes.
    QByteArray wholeText(int row, qint64 most) const;
    /// What stays the same while rows come and go; nothing for a mark.
    std::optional<qint64> idOf(int row) const;
    /// The row of the line, or the next one that is shown; rowCount() when there is none.
    int rowOf(qint64 id) const;
    /// The first row captured after that time (nanoseconds).
    int rowAfter(qint64 time) const;
    /// Where the query's text is in a row.
    QList<LogMatcher::Range> matchesIn(const QByteArray& text) const;

    qint64 hits() const { return m_hits.size(); }
    bool isSearching() const { return m_search.isRunning() || (m_condition.pattern && !m_store.isComplete()); }
    /// The next line found after a row, or before it; nothing when there is none.
    std::optional<int> hitAfter(int row) const;
    std::optional<int> hitBefore(int row) const;
    /// Which of the hits a row is, from 1; 0: none.
    qint64 hitNumber(int row) const;

    const LogStore& store() const { return m_store; }
    /// Identifiers of the lines shown, in runs, for another thread.
    QList<LogRun> shownRuns() const;
    /// The marks between them, by their place.
    QList<LogMark> shownMarks() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    /// DisplayRole: the text without escape sequences.
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void hitsChanged();

private:
    struct Item
    {
        int mark = -1;
        qint64 id = 0;
    };

    Item itemAt(int row) const;
    int markRow(int mark) const;
    int firstMark() const { return m_marks.countUpTo(m_from, false); }
    int endMark() const { return m_marks.countUpTo(m_to); }
    bool isScanned() const { return m_condition.hides() || (m_condition.pattern && m_query.onlyMatches); }
    void restart();
    void growFront(const QList<LogRun>& runs, qint64 from);
    void growBack(const QList<LogRun>& runs, qint64 to);
    void takeOlder(const LogTask::Finds& finds);
    void takeNewer(const LogTask::Finds& finds);
    void placeMark(LogMark mark);
    void placeWaiting();
    QList<LogMark> takeLastMarks();

    LogStore m_store;
    mutable LogReader m_reader;
    LogSearch m_search;
    LogMarks m_marks;
    LogQuery m_query;
    LogCondition m_condition;
    mutable std::optional<LogMatcher> m_matcher;
    LogSpans m_shown; ///< position to identifier
    LogSpans m_hits;
    qint64 m_from = 0; ///< the rows are about lines [m_from, m_to)
    qint64 m_to = 0;
    qint64 m_floor;
};

} // namespace tropero
