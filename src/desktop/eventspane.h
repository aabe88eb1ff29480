// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/eventsmodel.h"

#include <QSet>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace tropero {

class DaemonClient;
class ListTable;
class StateMirror;
class Theme;

/// What happened to the selection and why, newest first, live. Knows also while it is not seen how many bad things are new.
class EventsPane : public QWidget
{
    Q_OBJECT

public:
    EventsPane(DaemonClient& client, const StateMirror& mirror, Theme& theme, QWidget* parent = nullptr);

    void setInstances(const QList<int>& numbers);
    /// Bad events of the selection since the pane was last seen, for the title of its tab: "3"; empty: none.
    QString badge() const;
    ListTable& view() const { return *m_view; }

Q_SIGNALS:
    void badgeChanged();
    /// The user wants to see the log of that instance at that moment, nanoseconds since the epoch. Offered while somebody listens.
    void jumpRequested(qint64 timeNs, int number);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fitColumns();
    void load();
    void take(const QJsonObject& event);
    void markSeen();
    void copy();
    void jump(const QModelIndex& row);
    bool canJump() const;
    void showMenu(const QPoint& position);
    void showCount();
    void retranslate();

    DaemonClient& m_client;
    const StateMirror& m_mirror;
    Theme& m_theme;
    EventsModel m_model;
    EventsFilter m_filter;
    QList<int> m_numbers;
    QSet<int> m_wanted;
    QHash<int, int> m_unseen; ///< bad events of each instance
    int m_generation = 0;
    QString m_problem;
    QComboBox* m_sort;
    QLineEdit* m_field;
    QLabel* m_count;
    ListTable* m_view;
};

} // namespace tropero
