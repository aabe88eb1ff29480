// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLayout;

namespace tropero {

class Theme;

/// One row of a form: title at the left, control at the right, and below it in words what is wrong with it, or what it means.
class LaunchRow : public QWidget
{
    Q_OBJECT

public:
    /// `control` gets the focus of the title's mnemonic; `place` is what stands at the right when there is more than the control.
    LaunchRow(Theme& theme, QWidget* control, QLayout* place, QWidget* parent);
    LaunchRow(Theme& theme, QWidget* control, QWidget* parent) : LaunchRow(theme, control, nullptr, parent) {}

    QWidget* control() const { return m_control; }
    void setTitle(const QString& title);
    void setHint(const QString& hint);
    /// Marks the control; empty: nothing is wrong.
    void setProblem(const QString& problem);
    QString problem() const { return m_problem; }

private:
    void showNote();

    QWidget* m_control;
    QLabel* m_title;
    QLabel* m_note;
    QString m_hint;
    QString m_problem;
};

} // namespace tropero
