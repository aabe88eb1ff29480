// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/environmentmodel.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tropero {

class DaemonClient;
class InstanceChoice;
class ListTable;
class StateMirror;
class Theme;

/// The variables that one instance of the selection gets when it starts, and where each comes from. Secrets are revealed on demand, until another
/// instance is looked at or the pane is left.
class EnvironmentPane : public QWidget
{
    Q_OBJECT

public:
    EnvironmentPane(DaemonClient& client, const StateMirror& mirror, Theme& theme, QWidget* parent = nullptr);

    void setInstances(const QList<int>& numbers);
    ListTable& view() const { return *m_view; }
    void focusFilter();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Part { Name, Value, Line };

    void load();
    void reveal(bool on);
    void copy(Part part);
    void showMenu(const QPoint& position);
    void showCount();
    void retranslate();

    DaemonClient& m_client;
    const StateMirror& m_mirror;
    Theme& m_theme;
    EnvironmentModel m_model;
    QSortFilterProxyModel m_filter;
    int m_shown = -1;
    int m_generation = 0;
    QString m_problem;
    InstanceChoice* m_choice;
    QLineEdit* m_field;
    QLabel* m_count;
    QPushButton* m_reveal;
    ListTable* m_view;
};

} // namespace tropero
