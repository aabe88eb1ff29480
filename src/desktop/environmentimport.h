// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dotenv.h"
#include "models/environmenttable.h"

#include <QDialog>

#include <memory>

namespace Ui {
class EnvironmentImport;
}

namespace tropero {

class Theme;

/// Shows what variables from elsewhere would change: which are new, which different, which the same; takes those over that stay ticked.
class EnvironmentImport : public QDialog
{
    Q_OBJECT

public:
    /// `name`: where they come from, for people.
    EnvironmentImport(Theme& theme, const QString& name, const DotenvFile& file, const EnvironmentMap& known, QWidget* parent);
    ~EnvironmentImport() override;

Q_SIGNALS:
    void chosen(const QList<tropero::EnvironmentTable::Variable>& variables);

private:
    std::unique_ptr<Ui::EnvironmentImport> m_ui;
};

} // namespace tropero
