// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QIcon>

#include <functional>

namespace tropero {

/// Something that can be done by typing its name.
struct PaletteEntry
{
    QString title;
    QString detail;   ///< dimmed: what it is about, or the keys
    QIcon icon;
    std::function<void()> run;
};

/// The entries that the typed text fits, the best first: its letters occur in the title in that order, at the beginnings of words for preference.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { DetailRole = Qt::UserRole };

    using QAbstractListModel::QAbstractListModel;

    void setEntries(QList<PaletteEntry> entries);
    void setText(const QString& text);
    /// Of that row; does nothing for a row that is not there.
    void run(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    void choose();

    QList<PaletteEntry> m_entries;
    QList<int> m_shown; ///< indexes of m_entries
    QString m_text;
};

/// How well `text` fits; negative: not at all. Case and accents do not count.
int paletteScore(const QString& text, const QString& title);

} // namespace tropero
