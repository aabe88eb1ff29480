// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace tropero {

class Theme;

/// One taken port in the notice: who holds it, and the buttons for what can be done about it.
class PortNoticeRow : public QWidget
{
    Q_OBJECT

public:
    struct Content
    {
        QString key;       ///< of the port and its holder; another one takes the keyboard from buttons that end or change something
        QString text;
        QString free;      ///< "End it…"; empty: nothing can be done
        QString freeTip;
        bool isFreeing = false;
        int otherPort = 0; ///< 0: none is offered
        bool isOneOfMany = false; ///< shorter, without letters for the keyboard, which each row would claim
    };

    PortNoticeRow(Theme& theme, QWidget* parent);

    void setContent(const Content& content);
    QString text() const;
    /// A button that changes nothing by itself.
    QWidget* harmlessButton() const;

Q_SIGNALS:
    void freeClicked();
    void otherPortClicked();
    void showClicked();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void applyTheme();

    Theme& m_theme;
    Content m_content;
    QBoxLayout* m_place;
    QLabel* m_text;
    QPushButton* m_free;
    QPushButton* m_other;
    QPushButton* m_show;
};

} // namespace tropero
