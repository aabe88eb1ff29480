// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/launchrestart.h"

#include "core/specchange.h"
#include "desktop/launchfield.h"
#include "desktop/restartsentence.h"
#include "desktop/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace tropero {

using namespace Qt::StringLiterals;

LaunchRestart::LaunchRestart(Theme& theme, QWidget* parent)
    : LaunchSection(theme, parent), m_intro(new QLabel(this)), m_sentence(new RestartSentence(theme, this)), m_problem(new QLabel(this)),
      m_more(new QLabel(this))
{
    m_intro->setObjectName(u"launchSentence"_s);
    m_problem->setObjectName(u"problem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_more->setObjectName(u"sectionTitle"_s);
    auto* text = new QVBoxLayout;
    text->setContentsMargins(theme.scaled(10), 0, 0, 0);
    text->setSpacing(theme.scaled(8));
    for (QWidget* part : {static_cast<QWidget*>(m_intro), static_cast<QWidget*>(m_sentence), static_cast<QWidget*>(m_problem)})
        text->addWidget(part);
    text->addSpacing(theme.scaled(10));
    text->addWidget(m_more);
    for (QLabel* label : {m_intro, m_problem, m_more})
        label->setWordWrap(true);
    m_column->addLayout(text);
    for (const QString& key : {u"stop_exit_codes"_s, u"min_uptime"_s, u"backoff_jitter"_s}) {
        auto* field = new LaunchField(theme, key, this);
        connect(field, &LaunchField::changed, this, &LaunchSection::changed);
        m_fields.append(field);
        m_column->addWidget(field);
    }
    m_column->addStretch(1);
    connect(m_sentence, &RestartSentence::changed, this, &LaunchSection::changed);
    LaunchRestart::retranslate();
}

void LaunchRestart::load(const AppSpec& spec)
{
    m_sentence->setPolicy(spec.restart);
    for (LaunchField* field : std::as_const(m_fields))
        field->load(spec);
}

QString LaunchRestart::store(AppSpec& spec)
{
    const qint64 memoryLimit = spec.restart.memoryLimit;
    spec.restart = m_sentence->policy();
    spec.restart.memoryLimit = memoryLimit; // of another page
    QString first = m_sentence->problem();
    m_problem->setText(first);
    m_problem->setVisible(!first.isEmpty());
    for (LaunchField* field : std::as_const(m_fields)) {
        const QString problem = field->store(spec);
        if (first.isEmpty() && !problem.isEmpty()) first = specFieldTitle(field->key()) + u": "_s + problem;
    }
    return first;
}

bool LaunchRestart::mark(const QString& key, const QString& problem)
{
    for (LaunchField* field : std::as_const(m_fields)) {
        if (field->key() != key) continue;
        if (!problem.isEmpty()) field->setProblem(problem);
        return true;
    }
    return false;
}

void LaunchRestart::retranslate()
{
    m_intro->setText(tr("What happens when it ends by itself. Change what is underlined."));
    m_more->setText(tr("Besides"));
    for (LaunchField* field : std::as_const(m_fields)) {
        field->describe();
    }
}

} // namespace tropero
