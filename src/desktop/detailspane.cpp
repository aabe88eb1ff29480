// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/detailspane.h"

#include "client/statemirror.h"
#include "desktop/actionbar.h"
#include "desktop/apptools.h"
#include "desktop/detailsview.h"
#include "desktop/instancechoice.h"
#include "desktop/instancecommands.h"
#include "desktop/theme.h"
#include "models/formats.h"

#include <QCheckBox>
#include <QDateTime>
#include <QEvent>
#include <QVBoxLayout>

namespace tropero {

using namespace Qt::StringLiterals;

DetailsPane::DetailsPane(const StateMirror& mirror, InstanceCommands& commands, AppTools& tools, Theme& theme, QWidget* parent)
    : QWidget(parent), m_mirror(mirror), m_tools(tools), m_choice(new InstanceChoice(mirror, this)), m_notify(new QCheckBox(this)), m_actions(new ActionBar(this)),
      m_view(new DetailsView(m_model, theme, this))
{
    m_choice->setObjectName(u"detailsChoice"_s);
    m_notify->setObjectName(u"detailsNotify"_s);
    auto* choiceRow = new QHBoxLayout;
    choiceRow->setContentsMargins(theme.scaled(14), theme.scaled(8), theme.scaled(14), 0);
    choiceRow->addWidget(m_choice);
    choiceRow->setSpacing(theme.scaled(14));
    choiceRow->addWidget(m_notify);
    choiceRow->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(choiceRow);
    column->addWidget(m_actions);
    column->addSpacing(theme.scaled(4));
    column->addWidget(m_view, 1);
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &DetailsPane::refresh);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &DetailsPane::refresh);
    connect(m_notify, &QCheckBox::clicked, this, [this](bool notify) {
        if (const StateMirror::Place one = m_mirror.instance(shown())) m_tools.setMuted(one.app->spec.name, !notify);
    });
    connect(m_actions, &ActionBar::triggered, this, [this, &commands](const QString& action, const QString& parameter) {
        commands.trigger(shown(), action, parameter);
    });
    connect(&commands, &InstanceCommands::triggered, this,
            [this](int number, const QString& action, const QString& answer, bool failed) {
                if (number == shown()) m_actions->showAnswer(action, answer, failed);
            });
    retranslate();
}

void DetailsPane::retranslate()
{
    m_choice->setAccessibleName(tr("Instance"));
    m_view->setAccessibleName(tr("Details"));
    m_notify->setText(tr("Notify me about this app"));
    m_notify->setToolTip(tr("A notification when it crashes or gives up, as the settings say"));
}

int DetailsPane::shown() const
{
    return m_choice->chosen();
}

void DetailsPane::setInstances(const QList<int>& numbers)
{
    {
        const QSignalBlocker quiet(m_choice);
        m_choice->setInstances(numbers);
    }
    refresh();
}

void DetailsPane::refresh()
{
    if (!isVisible()) {
        m_clock.stop();
        return;
    }
    if (!m_clock.isActive()) m_clock.start();
    const StateMirror::Place one = m_mirror.instance(shown());
    m_notify->setEnabled(static_cast<bool>(one));
    m_notify->setChecked(one && !m_tools.isMuted(one.app->spec.name));
    if (!one) {
        m_model.setFacts({});
        m_actions->setActions({}, {});
        return;
    }
    QList<FactSection> sections = instanceFacts(*one.app, *one.instance, QDateTime::currentMSecsSinceEpoch(), m_versions);
    const bool bad = one.instance->state == InstanceState::Errored;
    if (!sections.isEmpty()) sections.first().facts.prepend({tr("state"), stateText(one.instance->state), bad});
    m_model.setFacts(sections);
    m_actions->setActions(one.app->id + u'/' + QString::number(one.instance->number), one.instance->actions);
}

void DetailsPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void DetailsPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    retranslate();
    refresh();
}

} // namespace tropero
