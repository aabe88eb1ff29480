// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/launchfieldpage.h"

#include "core/specchange.h"
#include "desktop/launchfield.h"
#include "desktop/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

namespace tropero {

using namespace Qt::StringLiterals;

LaunchFieldPage::LaunchFieldPage(Theme& theme, std::function<QString()> title, const QList<Group>& groups, const QList<Choice>& choices,
                                 QWidget* parent)
    : LaunchSection(theme, parent), m_pageTitle(std::move(title)), m_choices(choices)
{
    const auto addLabel = [&](const QString& name) {
        auto* label = new QLabel(this);
        label->setObjectName(name);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setContentsMargins(theme.scaled(10), 0, 0, 0);
        m_column->addWidget(label);
        return label;
    };
    for (const Group& group : groups) {
        Shown shown{group};
        if (!m_groups.isEmpty()) m_column->addSpacing(theme.scaled(10));
        if (group.title) shown.title = addLabel(u"sectionTitle"_s);
        if (group.sentence) shown.sentence = addLabel(u"launchSentence"_s);
        for (const QString& key : group.keys) {
            auto* field = new LaunchField(theme, key, this);
            connect(field, &LaunchField::changed, this, &LaunchSection::changed);
            m_fields.append(field);
            m_column->addWidget(field);
        }
        m_groups.append(shown);
    }
    m_column->addStretch(1);
    LaunchFieldPage::retranslate();
}

LaunchField* LaunchFieldPage::field(const QString& key) const
{
    for (LaunchField* field : m_fields) {
        if (field->key() == key) return field;
    }
    return nullptr;
}

void LaunchFieldPage::load(const AppSpec& spec)
{
    for (LaunchField* field : std::as_const(m_fields))
        field->load(spec);
}

QString LaunchFieldPage::store(AppSpec& spec)
{
    QString first;
    for (LaunchField* field : std::as_const(m_fields)) {
        const QString problem = field->store(spec);
        if (first.isEmpty() && !problem.isEmpty()) first = specFieldTitle(field->key()) + u": "_s + problem;
    }
    return first;
}

void LaunchFieldPage::follow(const AppSpec& spec)
{
    m_followed = spec;
    for (const Shown& shown : std::as_const(m_groups)) {
        if (!shown.sentence) continue;
        shown.sentence->setText(shown.group.sentence(spec));
        shown.sentence->setVisible(!shown.sentence->text().isEmpty());
    }
}

bool LaunchFieldPage::mark(const QString& key, const QString& problem)
{
    LaunchField* found = field(key);
    if (found && !problem.isEmpty()) found->setProblem(problem);
    return found;
}

void LaunchFieldPage::retranslate()
{
    for (const Shown& shown : std::as_const(m_groups)) {
        if (shown.title) shown.title->setText(shown.group.title());
    }
    for (LaunchField* field : std::as_const(m_fields)) {
        field->describe();
    }
    for (const Choice& choice : std::as_const(m_choices)) {
        if (LaunchField* shown = field(choice.key)) shown->setChoices(choice.titles());
    }
    if (m_followed) follow(AppSpec(*m_followed));
}

} // namespace tropero
