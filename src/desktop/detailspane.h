// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/packageversion.h"
#include "models/detailsmodel.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;

namespace tropero {

class ActionBar;
class AppTools;
class DetailsView;
class InstanceChoice;
class InstanceCommands;
class StateMirror;
class Theme;

/// Everything that is known of one instance of the selection, its own figures and actions included, and whether the user is told of its crashes. With several selected, one is chosen here.
class DetailsPane : public QWidget
{
    Q_OBJECT

public:
    DetailsPane(const StateMirror& mirror, InstanceCommands& commands, AppTools& tools, Theme& theme, QWidget* parent = nullptr);

    void setInstances(const QList<int>& numbers);
    DetailsView& view() const { return *m_view; }

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int shown() const;
    void refresh();
    void retranslate();

    const StateMirror& m_mirror;
    DetailsModel m_model;
    PackageVersions m_versions;
    AppTools& m_tools;
    InstanceChoice* m_choice;
    QCheckBox* m_notify;
    ActionBar* m_actions;
    DetailsView* m_view;
    QTimer m_clock; ///< while it is seen: times pass
};

} // namespace tropero
