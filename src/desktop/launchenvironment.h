// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/launchsection.h"
#include "models/environmenttable.h"

class QLabel;
class QPushButton;

namespace tropero {

class ElidedComboBox;
class EnvironmentEditor;
class LaunchField;
class LaunchRow;

/// The variables that the app is given: those that it always has, those of the profile (env_NAME) that is chosen, and what happens to others.
/// Profiles that are not chosen stay as they are.
class LaunchEnvironment : public LaunchSection
{
    Q_OBJECT

public:
    LaunchEnvironment(Theme& theme, QWidget* parent);

    QString title() const override { return tr("Environment"); }
    int count() const override;
    void load(const AppSpec& spec) override;
    QString store(AppSpec& spec) override;
    bool mark(const QString& key, const QString& problem) override;
    /// Where the file dialog begins, and the .env files that are offered.
    void setFiles(const QString& folder, const QStringList& envFiles);
    /// Those without a profile.
    EnvironmentTable& model() { return m_common; }
    /// Those of the chosen profile.
    EnvironmentTable& profileModel() { return m_ofProfile; }
    /// Into what is shown now: asks for what is new or different in the file, then takes it over.
    void importFile(const QString& path);

protected:
    void retranslate() override;

private:
    void choose(const QString& profile);
    void keepProfile();
    void addProfile();
    void removeProfile();
    void showProfiles();
    void showSet(bool ofProfile);

    EnvironmentTable m_common;
    EnvironmentTable m_ofProfile;
    QMap<QString, EnvironmentMap> m_profiles; ///< the chosen one as it was when it was chosen
    QString m_profile;                        ///< chosen; empty: none
    QLabel* m_intro;
    ElidedComboBox* m_choice;
    QPushButton* m_add;
    QPushButton* m_remove;
    LaunchRow* m_row;
    QWidget* m_sets;
    QPushButton* m_always;
    QPushButton* m_only;
    EnvironmentEditor* m_editor;
    QList<LaunchField*> m_fields;
};

} // namespace tropero
