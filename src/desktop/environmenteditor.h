// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dotenv.h"
#include "core/error.h"
#include "models/environmenttable.h"
#include "models/latestanswer.h"

#include <QPointer>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QMenu;
class QPushButton;
class QTableView;

namespace tropero {

class Theme;

/// Variables in a table, to be typed, pasted or taken from .env files.
class EnvironmentEditor : public QWidget
{
    Q_OBJECT

public:
    EnvironmentEditor(Theme& theme, QWidget* parent);

    /// What is shown and changed; belongs to somebody else.
    void setModel(EnvironmentTable* model);
    /// Where the file dialog begins, and the .env files that are offered.
    void setFiles(const QString& folder, const QStringList& envFiles);
    /// Asks for what is new or different in the file, then takes it over.
    void importFile(const QString& path);
    void retranslate();
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void revealed(bool on);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void add();
    void removeSelected();
    void copySelected();
    void paste();
    void browse();
    void offer(const DotenvFile& file, const QString& name);
    void showImports();
    void showState();

    Theme& m_theme;
    QPointer<EnvironmentTable> m_model;
    QString m_folder;
    QStringList m_envFiles;
    LatestAnswer<Result<QByteArray>> m_reading;
    QBoxLayout* m_bar;     ///< buttons, and at its end what shows secrets; below each other where there is no room
    QBoxLayout* m_buttons;
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
