// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/palettemodel.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

/// Lower case, without accents.
QString plain(const QString& text)
{
    QString result;
    for (const QChar c : text.normalized(QString::NormalizationForm_D)) {
        if (c.category() != QChar::Mark_NonSpacing) result.append(c.toLower());
    }
    return result;
}

} // namespace

int paletteScore(const QString& text, const QString& title)
{
    const QString wanted = plain(text).remove(u' ');
    const QString where = plain(title);
    int score = 0;
    qsizetype from = 0;
    qsizetype last = -2;
    for (const QChar c : wanted) {
        // The beginning of a word is what people type first.
        qsizetype at = -1;
        for (qsizetype i = from; i < where.size(); ++i) {
            if (where.at(i) != c) continue;
            const bool begins = i == 0 || !where.at(i - 1).isLetterOrNumber();
            if (at < 0 || begins) at = i;
            if (begins || i == last + 1) break;
        }
        if (at < 0) return -1;
        if (at == last + 1) score += 6;
        if (at == 0 || !where.at(at - 1).isLetterOrNumber()) score += 8;
        last = at;
        from = at + 1;
    }
    return 1000 * (where.startsWith(wanted) && !wanted.isEmpty() ? 1 : 0) + score * 10 - static_cast<int>(std::min<qsizetype>(where.size(), 90)) + 100;
}

void PaletteModel::setEntries(QList<PaletteEntry> entries)
{
    m_entries = std::move(entries);
    choose();
}

void PaletteModel::setText(const QString& text)
{
    if (std::exchange(m_text, text) != text) choose();
}

void PaletteModel::choose()
{
    beginResetModel();
    std::vector<std::pair<int, int>> fitting;
    for (int i = 0; i < m_entries.size(); ++i) {
        const int score = paletteScore(m_text, m_entries.at(i).title);
        if (score >= 0) fitting.emplace_back(m_text.isEmpty() ? 0 : -score, i);
    }
    std::ranges::sort(fitting);
    m_shown.clear();
    for (const auto& [score, index] : fitting)
        m_shown.append(index);
    endResetModel();
}

void PaletteModel::run(int row) const
{
    if (row < 0 || row >= m_shown.size()) return;
    const auto action = m_entries.at(m_shown.at(row)).run; // it may end in other entries
    action();
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const PaletteEntry& entry = m_entries.at(m_shown.at(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case Qt::DecorationRole:
        return entry.icon;
    case Qt::AccessibleTextRole:
        return entry.detail.isEmpty() ? entry.title : entry.title + u", "_s + entry.detail;
    case DetailRole:
        return entry.detail;
    default:
        return {};
    }
}

} // namespace tropero
