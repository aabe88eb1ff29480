// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"

#include <QDialog>

#include <memory>

namespace Ui {
class StartDialog;
}

namespace tropero {

class Theme;

/// Asks what to launch. Checks while one types, says what is missing, and shows the command that would do the
/// same.
class StartDialog : public QDialog
{
    Q_OBJECT

public:
    explicit StartDialog(Theme& theme, QWidget* parent = nullptr);
    ~StartDialog() override;

    void setScript(const QString& path);
    /// Filled in from something that runs; `hint` says what to think of.
    void setSpec(const AppSpec& spec, const QString& hint);

Q_SIGNALS:
    /// Accepted with a valid form.
    void launchRequested(const tropero::AppSpec& spec);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void check();
    void launch();
    void browseScript();
    void browseFolder();
    void describeFields();

    Theme& m_theme;
    std::unique_ptr<Ui::StartDialog> m_ui;
    Result<AppSpec> m_spec;
    AppSpec m_template; ///< what the form has no field for, as long as the script is this one's
    bool m_touched = false; ///< nothing is called wrong before something was typed
};

} // namespace tropero
