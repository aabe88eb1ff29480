// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QStackedWidget;
class QTabBar;

namespace tropero {

class Theme;

/// The pages about what is selected, under one row of tabs that also says what that is.
class SelectionPane : public QWidget
{
    Q_OBJECT

public:
    explicit SelectionPane(Theme& theme, QWidget* parent = nullptr);

    /// `title` is asked again when the language changes; `corner` stands in the row while the page is shown.
    void addPage(QWidget* page, const QString& name, std::function<QString()> title, QWidget* corner = nullptr);
    /// A title says something else now.
    void updateTitles();
    void setSubject(const QString& text);
    void showPage(const QWidget* page);
    QWidget* page() const;

    /// The name of the page shown, for settings.
    QString pageName() const;
    void showPageNamed(const QString& name);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Page
    {
        QWidget* widget;
        QString name;
        std::function<QString()> title;
        QWidget* corner;
    };

    void turnTo(int index);
    void showSubject();
    bool eventFilter(QObject* watched, QEvent* event) override;

    QList<Page> m_all;
    QTabBar* m_tabs;
    QLabel* m_subject;
    QString m_subjectText;
    QHBoxLayout* m_row;
    QStackedWidget* m_pages;
};

} // namespace tropero
