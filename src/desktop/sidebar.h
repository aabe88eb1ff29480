// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QButtonGroup;
class QToolButton;
class QVBoxLayout;

namespace tropero {

class Theme;

/// The window's pages, one under the other; symbols alone when the window is narrow.
class SideBar : public QFrame
{
    Q_OBJECT

public:
    explicit SideBar(Theme& theme, QWidget* parent = nullptr);

    /// `title` is asked again when the language changes; entries `atEnd` stand at the bottom.
    void addPage(const QString& name, const QString& icon, std::function<QString()> title, bool atEnd = false);
    /// Behind the title; negative: none.
    void setCount(const QString& name, int count);
    void setCurrent(const QString& name);
    QString current() const;
    void setNarrow(bool narrow);

Q_SIGNALS:
    void chosen(const QString& name);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Entry
    {
        QString name;
        QString icon;
        std::function<QString()> title;
        int count = -1;
        QToolButton* button = nullptr;
    };

    void refresh();

    Theme& m_theme;
    QList<Entry> m_entries;
    QButtonGroup* m_group;
    QVBoxLayout* m_upper;
    QVBoxLayout* m_lower;
    bool m_narrow = false;
};

} // namespace tropero
