// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFrame>
#include <QList>
#include <QSet>

class QHBoxLayout;
class QMenu;
class QToolButton;

namespace tropero {

class Theme;

/// Which colour is whose, in one row of switches that show and hide; what there is no room for is in a menu at its end. Not seen unless there are several.
class ColorLegend : public QFrame
{
    Q_OBJECT

public:
    struct Entry
    {
        QString label;
        QColor color;

        bool operator==(const Entry&) const = default;
    };

    explicit ColorLegend(Theme& theme, QWidget* parent = nullptr);

    /// Other labels: all are shown again.
    void setEntries(const QList<Entry>& entries);
    const QSet<QString>& hiddenLabels() const { return m_hidden; }
    void setHidden(const QString& label, bool hidden);

Q_SIGNALS:
    void hiddenChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void fit();
    void retranslate();

    Theme& m_theme;
    QList<Entry> m_entries;
    QSet<QString> m_hidden;
    QHBoxLayout* m_row;
    QList<QToolButton*> m_switches; ///< one for each entry
    QToolButton* m_more;
    QMenu* m_menu;
};

} // namespace tropero
