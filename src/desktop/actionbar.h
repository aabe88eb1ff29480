// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tropero {

/// The actions that an app offers about itself, a parameter for them, and what the last one answered. Hidden while there are none.
class ActionBar : public QWidget
{
    Q_OBJECT

public:
    explicit ActionBar(QWidget* parent = nullptr);

    /// Another `subject` forgets the answer.
    void setActions(const QString& subject, const QStringList& actions);
    void showAnswer(const QString& action, const QString& answer, bool failed);

Q_SIGNALS:
    /// `parameter` is empty when none was written.
    void triggered(const QString& action, const QString& parameter);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QString m_subject;
    QStringList m_actions;
    QLabel* m_title;
    QHBoxLayout* m_buttons;
    QLineEdit* m_parameter;
    QLabel* m_answer;
};

} // namespace tropero
