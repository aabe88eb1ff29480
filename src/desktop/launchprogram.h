// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/nodechoices.h"
#include "client/project.h"
#include "core/error.h"
#include "desktop/launchsection.h"
#include "models/latestanswer.h"

#include <QTimer>

#include <optional>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;

namespace tropero {

class InterpreterChoice;
class LaunchField;
class LaunchOffer;
class LaunchRow;
class ModeCards;
class RestartSentence;

/// What is run, as what, where, by what, and in which mode.
class LaunchProgram : public LaunchSection
{
    Q_OBJECT

public:
    LaunchProgram(Theme& theme, QWidget* parent);

    RestartSentence& sentence() const { return *m_sentence; }
    QString title() const override { return tr("Program"); }
    void load(const AppSpec& spec) override;
    void loadPorts(const AppSpec& spec) override;
    QString store(AppSpec& spec) override;
    void follow(const AppSpec& spec) override;
    bool mark(const QString& key, const QString& problem) override;
    /// As if it was typed.
    void setPath(const QString& path);
    /// Of an app that runs: what it is run from is not looked at anew.
    void setReadsProjects(bool on) { m_readsProjects = on; }
    /// More than one app of a config file or Procfile; empty: one, as the fields say.
    QList<AppSpec> several() const;
    /// The file or folder is still being looked at.
    bool isReading() const;

Q_SIGNALS:
    /// What is in the folder is known.
    void projectRead(const tropero::Project& project);
    /// A whole description was chosen: for all pages.
    void specOffered(const tropero::AppSpec& spec);
    /// What was offered is not meant any more; what no page shows of it must not stay.
    void specWithdrawn();

protected:
    void retranslate() override;

private:
    LaunchRow* addRow(LaunchRow* row);
    void makePathRow();
    void typed();
    void read();
    void take(const Result<Project>& project);
    /// `picked`: by hand, so that it counts more than what was typed before.
    void takeChoice(bool picked);
    void askForNode(const QString& folder);
    void browseFile();
    void browseFolder(QLineEdit* field);
    QString startFolder() const;
    void showRows();

    bool m_readsProjects = true;
    std::optional<ProjectChoice> m_choice;
    QString m_readProblem; ///< the picked file cannot be understood
    QString m_folder;      ///< whose Nodes are shown
    QTimer m_delay;
    LatestAnswer<Result<Project>> m_project;
    LatestAnswer<NodeChoices> m_nodes;
    QLineEdit* m_path;
    QPushButton* m_browse;
    QMenu* m_browseMenu;
    LaunchRow* m_pathRow;
    LaunchOffer* m_offer;
    LaunchRow* m_offerRow;
    QLineEdit* m_name;
    QLabel* m_nameSpaceLabel;
    QLineEdit* m_nameSpace;
    LaunchRow* m_nameRow;
    QLineEdit* m_arguments;
    LaunchRow* m_argumentsRow;
    QLineEdit* m_cwd;
    QPushButton* m_browseCwd;
    LaunchRow* m_cwdRow;
    InterpreterChoice* m_interpreter;
    LaunchRow* m_interpreterRow;
    LaunchField* m_interpreterArgs;
    ModeCards* m_mode;
    LaunchRow* m_modeRow;
    LaunchField* m_listen;
    RestartSentence* m_sentence;
    LaunchRow* m_restartRow;
};

} // namespace tropero
