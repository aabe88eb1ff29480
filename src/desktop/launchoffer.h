// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/project.h"
#include "core/error.h"
#include "models/latestanswer.h"
#include "models/launchchoices.h"

#include <QWidget>

class QFrame;
class QLabel;
class QListView;
class QPushButton;

namespace tropero {

class Theme;

/// What a folder, package.json, Procfile or config file offers to launch, to be chosen from. A config file that is a program is run only when
/// somebody says so.
class LaunchOffer : public QWidget
{
    Q_OBJECT

public:
    LaunchOffer(Theme& theme, QWidget* parent);

    /// Hidden when there is nothing to choose.
    void setProject(const Project& project);
    void clear();
    QList<ProjectChoice> chosen() const { return m_choices.chosen(); }
    /// A config file is to be run before anything can be chosen, or nothing is ticked; empty: neither.
    QString problem() const;
    /// Nothing can be said of an app before a config file was run.
    bool isAsking() const { return m_choices.rowCount() == 0 && !m_project.codeConfigs.isEmpty(); }
    void retranslate();

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void run();
    /// As much of it as there is room for.
    void showOthers();
    /// A script was picked, and its folder offers more.
    bool isAside() const;

    Theme& m_theme;
    LaunchChoices m_choices;
    Project m_project;
    bool m_picked = false;   ///< a file, not a folder
    bool m_expanded = false; ///< what else the folder of a picked script offers is shown
    QString m_failure;
    QString m_others;
    LatestAnswer<Result<QList<ProjectChoice>>> m_answer;
    QFrame* m_prompt;
    QLabel* m_promptText;
    QPushButton* m_run;
    QPushButton* m_also;
    QListView* m_list;
    QLabel* m_note;
};

} // namespace tropero
