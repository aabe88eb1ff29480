// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/eventsmodel.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

void EventsModel::clear()
{
    if (m_rows.isEmpty()) return;
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void EventsModel::addEvents(const QJsonArray& events)
{
    if (!m_rows.isEmpty()) {
        for (const QJsonValue& event : events)
            addEvent(event.toObject());
        return;
    }
    QList<Row> rows;
    for (const QJsonValue& event : events)
        rows.append({event.toObject(), eventEntry(event.toObject())});
    if (rows.isEmpty()) return;
    std::ranges::reverse(rows);
    std::ranges::stable_sort(rows, std::ranges::greater{}, [](const Row& row) { return row.entry.at; });
    if (rows.size() > maxEvents) rows.resize(maxEvents);
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

bool EventsModel::addEvent(const QJsonObject& event)
{
    const EventEntry entry = eventEntry(event);
    // Among those of the same moment the one that came last is the newest.
    const auto place = std::ranges::find_if(m_rows, [&entry](const Row& row) { return row.entry.at <= entry.at; });
    for (auto same = place; same != m_rows.end() && same->entry.at == entry.at; ++same) {
        if (same->entry == entry) return false;
    }
    const int row = static_cast<int>(std::distance(m_rows.begin(), place));
    if (row >= maxEvents) return false;
    if (m_rows.size() >= maxEvents) {
        beginRemoveRows({}, maxEvents - 1, maxEvents - 1);
        m_rows.removeLast();
        endRemoveRows();
    }
    beginInsertRows({}, row, row);
    m_rows.insert(row, {event, entry});
    endInsertRows();
    return true;
}

void EventsModel::setLabels(const QHash<int, QString>& labels)
{
    if (m_labels == labels) return;
    m_labels = labels;
    if (!m_rows.isEmpty()) Q_EMIT dataChanged(index(0, Instance), index(rowCount() - 1, Instance));
}

void EventsModel::retranslate()
{
    for (Row& row : m_rows)
        row.entry = eventEntry(row.event);
    if (!m_rows.isEmpty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

QString EventsModel::label(const EventEntry& entry) const
{
    return m_labels.value(entry.number, entry.app);
}

QString EventsModel::line(int row) const
{
    const EventEntry& one = entry(row);
    const QString time = QDateTime::fromMSecsSinceEpoch(one.at).toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
    return time + u"  "_s + label(one) + u"  "_s + one.sentence();
}

int EventsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EventsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const EventEntry& one = entry(index.row());
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Time: {
            const QDateTime moment = QDateTime::fromMSecsSinceEpoch(one.at);
            const bool today = moment.date() == QDate::currentDate();
            return QLocale().toString(moment, today ? u"HH:mm:ss"_s : u"d MMM HH:mm:ss"_s);
        }
        case Instance:
            return label(one);
        case What:
            return one.text;
        case Why:
            return one.detail;
        default:
            return {};
        }
    case Qt::ToolTipRole:
        return line(index.row()).toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return index.column() == What ? QVariant(label(one) + u": "_s + one.sentence()) : QVariant();
    case ToneRole:
        return static_cast<int>(one.tone);
    case KindRole:
        return one.kind;
    case AtRole:
        return one.at;
    case NumberRole:
        return one.number;
    default:
        return {};
    }
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Instance:
        return tr("Instance");
    case What:
        return tr("What happened");
    case Why:
        return tr("Why");
    default:
        return {};
    }
}

void EventsFilter::setSort(Sort sort)
{
    if (m_sort == sort) return;
    m_sort = sort;
    invalidateFilter();
}

void EventsFilter::setText(const QString& text)
{
    if (m_text == text) return;
    m_text = text;
    invalidateFilter();
}

bool EventsFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex first = sourceModel()->index(row, 0, parent);
    const QString kind = first.data(EventsModel::KindRole).toString();
    const auto tone = static_cast<EventEntry::Tone>(first.data(EventsModel::ToneRole).toInt());
    const auto among = [&kind](std::initializer_list<QLatin1StringView> kinds) {
        return std::ranges::any_of(kinds, [&kind](QLatin1StringView one) { return kind == one; });
    };
    bool wanted = true;
    switch (m_sort) {
    case Sort::All:
        break;
    case Sort::Problems:
        wanted = tone == EventEntry::Tone::Bad || tone == EventEntry::Tone::Warning;
        break;
    case Sort::Runs:
        wanted = among({"online"_L1, "exit"_L1, "stop"_L1, "errored"_L1, "start-failed"_L1, "created"_L1, "deleted"_L1});
        break;
    case Sort::Renewals:
        wanted = among({"restart"_L1, "reload"_L1, "reload-failed"_L1, "memory-limit"_L1});
        break;
    case Sort::Notes:
        wanted = among({"edited"_L1, "note"_L1, "message"_L1, "misbehaved"_L1, "log-loss"_L1, "guard-lost"_L1});
        break;
    }
    if (!wanted || m_text.isEmpty()) return wanted;
    for (int column = 0; column < EventsModel::ColumnCount; ++column) {
        if (first.siblingAtColumn(column).data().toString().contains(m_text, Qt::CaseInsensitive)) return true;
    }
    return false;
}

} // namespace tropero
