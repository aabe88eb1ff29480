// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/activitypage.h"

#include "client/statemirror.h"
#include "desktop/eventspane.h"

#include <QVBoxLayout>

namespace tropero {

ActivityPage::ActivityPage(DaemonClient& client, StateMirror& mirror, Theme& theme, QWidget* parent)
    : QWidget(parent), m_mirror(mirror), m_events(new EventsPane(client, mirror, theme, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_events);
    setFocusProxy(m_events);
    for (const auto signal : {&StateMirror::appAdded, &StateMirror::appRemoved, &StateMirror::appChanged})
        connect(&mirror, signal, this, &ActivityPage::refresh);
    connect(&mirror, &StateMirror::reset, this, &ActivityPage::refresh);
}

void ActivityPage::refresh()
{
    if (!isVisible()) return;
    QList<int> numbers;
    for (const AppStatus& app : m_mirror.apps()) {
        for (const InstanceStatus& instance : app.instances)
            numbers.append(instance.number);
    }
    m_events->setInstances(numbers);
}

void ActivityPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

} // namespace tropero
