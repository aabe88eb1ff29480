// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/loghighlights.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace tropero {

class HighlightRow;
class Theme;

/// The highlight rules of the log, one row each; what is changed counts at once.
class HighlightEditor : public QDialog
{
    Q_OBJECT

public:
    HighlightEditor(const QList<LogHighlight>& rules, Theme& theme, QWidget* parent = nullptr);

    QList<LogHighlight> rules() const;

Q_SIGNALS:
    void changed(const QList<tropero::LogHighlight>& rules);

protected:
    void changeEvent(QEvent* event) override;

private:
    HighlightRow* addRow(const LogHighlight& rule, int place);
    void move(HighlightRow* row, int steps);
    void remove(HighlightRow* row);
    void rowsChanged();
    void retranslate();

    Theme& m_theme;
    QList<HighlightRow*> m_rows;
    QLabel* m_help;
    QLabel* m_none;
    QScrollArea* m_scroll;
    QVBoxLayout* m_column;
    QPushButton* m_add;
    QPushButton* m_close;
};

} // namespace tropero
