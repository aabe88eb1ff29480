// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace tropero {

class SystemTableModel;

/// Sorts by raw values and keeps the rows that fit every word of the filter: ":30" is the beginning of a port, anything else a part of
/// name, project, folder, app, parent, pid or user.
class SystemFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit SystemFilterModel(SystemTableModel& model, QObject* parent = nullptr);

    void setFilterText(const QString& text);
    /// Only processes of Node, Bun and Deno.
    void setJavaScriptOnly(bool on);
    bool isJavaScriptOnly() const { return m_javaScriptOnly; }

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    SystemTableModel& m_model;
    QStringList m_words;
    bool m_javaScriptOnly = false;
};

} // namespace tropero
