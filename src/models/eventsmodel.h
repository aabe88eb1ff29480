// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/evententry.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QJsonArray>
#include <QSortFilterProxyModel>

namespace tropero {

/// What happened to some instances, newest first, bounded by count.
class EventsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Instance, What, Why, ColumnCount };
    enum Role {
        ToneRole = Qt::UserRole, ///< int of EventEntry::Tone
        KindRole,                ///< key of the protocol
        AtRole,                  ///< ms since the epoch
        NumberRole,              ///< of the instance
    };
    static constexpr int maxEvents = 5000;

    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    /// Of the history, newest last; what is known already is left out.
    void addEvents(const QJsonArray& events);
    /// False when it was known already.
    bool addEvent(const QJsonObject& event);
    /// Names for instances in place of that of the app.
    void setLabels(const QHash<int, QString>& labels);
    void retranslate();

    const EventEntry& entry(int row) const { return m_rows.at(row).entry; }
    /// "time  instance  what: why" of the row.
    QString line(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        QJsonObject event;
        EventEntry entry;
    };

    QString label(const EventEntry& entry) const;

    QList<Row> m_rows;
    QHash<int, QString> m_labels;
};

/// The events of one sort, and those that contain a text.
class EventsFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Sort { All, Problems, Runs, Renewals, Notes };

    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setSort(Sort sort);
    Sort sort() const { return m_sort; }
    void setText(const QString& text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    Sort m_sort = Sort::All;
    QString m_text;
};

} // namespace tropero
