// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/launchfieldpage.h"

class QCheckBox;
class QLineEdit;

namespace tropero {

class LaunchRow;

/// Restarts when files change: whether, of which folders, and what does not count.
class LaunchWatch : public LaunchFieldPage
{
    Q_OBJECT

public:
    LaunchWatch(Theme& theme, QWidget* parent);

    void load(const AppSpec& spec) override;
    QString store(AppSpec& spec) override;

protected:
    void retranslate() override;

private:
    QCheckBox* m_on;
    QLineEdit* m_paths;
    LaunchRow* m_onRow;
    LaunchRow* m_pathsRow;
};

} // namespace tropero
