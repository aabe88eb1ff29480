// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policies.h"

#include <QWidget>

class QBoxLayout;
class QFrame;
class QLabel;
class QRadioButton;
class QSpinBox;

namespace tropero {

class Theme;

/// Fork or cluster: two cards that say what each is, how many, and what that means on this machine.
class ModeCards : public QWidget
{
    Q_OBJECT

public:
    explicit ModeCards(Theme& theme, QWidget* parent = nullptr);

    void set(ExecMode mode, int instances);
    ExecMode mode() const;
    int instances() const;
    void retranslate();
    /// Of one card: where there is no room for both, they stand below each other.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Card
    {
        QFrame* frame = nullptr;
        QRadioButton* title = nullptr;
        QLabel* text = nullptr;
        QLabel* unit = nullptr;
        QSpinBox* count = nullptr;
        QLabel* meaning = nullptr;
    };

    Card makeCard(const QString& name, const QString& countName);
    void showChoice();
    void showMeaning();

    Theme& m_theme;
    QBoxLayout* m_row;
    Card m_fork;
    Card m_cluster;
};

} // namespace tropero
