// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QFormLayout;

namespace tropero {

class Settings;
class Theme;
struct SettingField;

/// All settings on one page, made from their table. What is changed counts at once.
class SettingsPage : public QScrollArea
{
    Q_OBJECT

public:
    SettingsPage(Settings& settings, Theme& theme, QWidget* parent = nullptr);

Q_SIGNALS:
    void failed(const QString& message);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    QWidget* makeControl(const SettingField& field);
    void showValue(const QString& key);
    void store(const QString& key, const QVariant& value);
    void exportAll();
    void importAll();

    Settings& m_settings;
    Theme& m_theme;
};

} // namespace tropero
