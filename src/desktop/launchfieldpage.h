// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/launchsection.h"

#include <functional>
#include <optional>

class QLabel;

namespace tropero {

class LaunchField;

/// A page of the launch dialog that is made of plain fields in groups, with a sentence over each that says what they come to.
class LaunchFieldPage : public LaunchSection
{
    Q_OBJECT

public:
    struct Choice
    {
        QString key;
        std::function<QStringList()> titles;
    };
    struct Group
    {
        std::function<QString()> title;                   ///< none: the page's own is enough
        std::function<QString(const AppSpec&)> sentence;  ///< may be none
        QStringList keys;
    };

    LaunchFieldPage(Theme& theme, std::function<QString()> title, const QList<Group>& groups, const QList<Choice>& choices, QWidget* parent);

    QString title() const override { return m_pageTitle(); }
    void load(const AppSpec& spec) override;
    QString store(AppSpec& spec) override;
    void follow(const AppSpec& spec) override;
    bool mark(const QString& key, const QString& problem) override;

protected:
    LaunchField* field(const QString& key) const;
    void retranslate() override;

private:
    struct Shown
    {
        Group group;
        QLabel* title = nullptr;
        QLabel* sentence = nullptr;
    };

    std::function<QString()> m_pageTitle;
    QList<Shown> m_groups;
    std::optional<AppSpec> m_followed; ///< for the other language
    QList<LaunchField*> m_fields;
    QList<Choice> m_choices;
};

} // namespace tropero
