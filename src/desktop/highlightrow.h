// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/loghighlights.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace tropero {

class Theme;

/// One highlight rule being edited.
class HighlightRow : public QWidget
{
    Q_OBJECT

public:
    HighlightRow(const LogHighlight& rule, Theme& theme, QWidget* parent = nullptr);

    LogHighlight rule() const;
    QLineEdit* field() const { return m_text; }
    /// Whether there is a place before and behind it.
    void setMovable(bool up, bool down);

Q_SIGNALS:
    void changed();
    void moveWanted(int steps);
    void removeWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyTheme();
    void check();
    void retranslate();

    Theme& m_theme;
    QCheckBox* m_on;
    QLineEdit* m_text;
    QToolButton* m_case;
    QToolButton* m_regex;
    QComboBox* m_color;
    QComboBox* m_extent;
    QToolButton* m_up;
    QToolButton* m_down;
    QToolButton* m_remove;
    QLabel* m_problem;
};

} // namespace tropero
