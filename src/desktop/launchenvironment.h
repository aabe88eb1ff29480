// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dotenv.h"
#include "desktop/launchsection.h"
#include "models/environmenttable.h"
#include "models/latestanswer.h"

class QLabel;
class QMenu;
class QPushButton;
class QTableView;

namespace tropero {

/// The variables that the app is given, to be typed, pasted or taken from .env files.
class LaunchEnvironment : public LaunchSection
{
    Q_OBJECT

public:
    LaunchEnvironment(Theme& theme, QWidget* parent);

    QString title() const override { return tr("Environment"); }
    int count() const override { return m_model.count(); }
    void load(const AppSpec& spec) override;
    QString store(AppSpec& spec) override;
    /// Where the file dialog begins, and the .env files that are offered.
    void setFiles(const QString& folder, const QStringList& envFiles);
    EnvironmentTable& model() { return m_model; }
    /// Asks for what is new or different in the file, then takes it over.
    void importFile(const QString& path);

protected:
    void retranslate() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void add();
    void removeSelected();
    void copySelected();
    void paste();
    void browse();
    void offer(const DotenvFile& file, const QString& name);
    void showImports();
    void showState();

    EnvironmentTable m_model;
    QString m_folder;
    QStringList m_envFiles;
    LatestAnswer<Result<QByteArray>> m_reading;
    QLabel* m_intro;
    QPushButton* m_add;
    QPushButton* m_remove;
    QPushButton* m_paste;
    QPushButton* m_import;
    QMenu* m_imports;
    QPushButton* m_reveal;
    QTableView* m_table;
    QLabel* m_problem;
};

} // namespace tropero
