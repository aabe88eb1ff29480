// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/packageversion.h"
#include "models/detailsmodel.h"

#include <QTimer>
#include <QWidget>

namespace tropero {

class ActionBar;
class DetailsView;
class InstanceChoice;
class InstanceCommands;
class StateMirror;
class Theme;

/// Everything that is known of one instance of the selection, its own figures and actions included. With several selected, one is chosen here.
class DetailsPane : public QWidget
{
    Q_OBJECT

public:
    DetailsPane(const StateMirror& mirror, InstanceCommands& commands, Theme& theme, QWidget* parent = nullptr);

    void setInstances(const QList<int>& numbers);
    DetailsView& view() const { return *m_view; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    int shown() const;
    void refresh();

    const StateMirror& m_mirror;
    DetailsModel m_model;
    PackageVersions m_versions;
    InstanceChoice* m_choice;
    ActionBar* m_actions;
    DetailsView* m_view;
    QTimer m_clock; ///< while it is seen: times pass
};

} // namespace tropero
