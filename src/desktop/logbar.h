// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/loglines.h"

#include <QFrame>
#include <QList>

class QAction;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace tropero {

class Theme;

/// The tool row of the log: what to search, which lines to show, how to show them. Every switch is also in its menu, so
/// that nothing is lost where the row is too narrow for it.
class LogBar : public QFrame
{
    Q_OBJECT

public:
    enum class Switch { MatchCase, Regex, OnlyMatches, Info, Warning, Error, Time, Wrap, Fold };
    static constexpr int switches = 9;
    enum class Streams { Merged, Out, ErrorOut, SideBySide };
    static constexpr int streamChoices = 4;

    LogBar(Theme& theme, QWidget* parent = nullptr);

    QAction* action(Switch which) const { return m_actions.at(static_cast<int>(which)); }
    bool isOn(Switch which) const;
    QAction* streamsAction(Streams which) const { return m_streamActions.at(static_cast<int>(which)); }
    Streams streams() const;
    /// A command that has a button in the row.
    void addCommand(QAction* action);
    /// What the row asks for.
    LogQuery query() const;
    QLineEdit* field() const { return m_field; }
    QPushButton* followSwitch() const { return m_follow; }
    /// The switches are in it; the owner adds what else there is to do.
    QMenu* menu() const { return m_menu; }

    /// "2 of 37"; a problem is said instead and marks the field.
    void setCount(const QString& text);
    void setProblem(const QString& text);
    void setFollowing(bool following);

Q_SIGNALS:
    void queryChanged();
    void optionsChanged();
    void nextWanted();
    void previousWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QToolButton* addChip(QHBoxLayout* row, Switch which, const char* tone = nullptr);
    void addStreams(QHBoxLayout* row);
    void fit();
    void applyTheme();
    void retranslate();

    Theme& m_theme;
    QList<QAction*> m_actions;
    QLineEdit* m_field;
    QLabel* m_count;
    QToolButton* m_previous;
    QToolButton* m_next;
    QList<QAction*> m_streamActions;
    QToolButton* m_streams;
    QMenu* m_streamsMenu;
    QList<QToolButton*> m_commands;
    QList<QToolButton*> m_chips; ///< in the order of Switch; null: only in the menu
    QWidget* m_rule;
    QPushButton* m_follow;
    QToolButton* m_more;
    QMenu* m_menu;
    QString m_problem;
};

} // namespace tropero
