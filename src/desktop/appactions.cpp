// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/appactions.h"

#include "desktop/pendingdeletes.h"
#include "desktop/theme.h"

#include <QAction>
#include <QEvent>
#include <QInputDialog>
#include <QThread>
#include <QWidget>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

bool canStart(InstanceState state)
{
    return state == InstanceState::Stopped || state == InstanceState::Errored ||
           state == InstanceState::WaitingRestart;
}

bool canStop(InstanceState state)
{
    return state == InstanceState::Online || state == InstanceState::Launching ||
           state == InstanceState::WaitingRestart;
}

/// Which of the selected instances an action is for; the others already are as wanted.
bool concerns(InstanceCommands::Action action, InstanceState state)
{
    switch (action) {
    case InstanceCommands::Action::Start:
        return canStart(state);
    case InstanceCommands::Action::Stop:
        return canStop(state);
    case InstanceCommands::Action::Restart:
        return state != InstanceState::Stopping;
    case InstanceCommands::Action::Delete:
        return true;
    }
    return false;
}

} // namespace

AppActions::AppActions(InstanceCommands& commands, PendingDeletes& deletes, Theme& theme, QWidget& window)
    : QObject(&window), m_commands(commands), m_deletes(deletes), m_theme(theme), m_window(window),
      m_start(add(u"start"_s, QKeySequence(Qt::CTRL | Qt::Key_Return))),
      m_stop(add(u"stop"_s, QKeySequence(Qt::CTRL | Qt::Key_Period))),
      m_restart(add(u"restart"_s, QKeySequence(Qt::CTRL | Qt::Key_R))),
      m_reload(add(u"reload"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R))),
      m_cancelReload(add(u"cancelReload"_s, QKeySequence())),
      m_scale(add(u"scale"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I))),
      m_edit(add(u"edit"_s, QKeySequence(Qt::Key_F2))),
      m_duplicate(add(u"duplicate"_s, QKeySequence(Qt::CTRL | Qt::Key_D))),
      m_remove(add(u"delete"_s, QKeySequence(Qt::Key_Delete)))
{
    connect(m_start, &QAction::triggered, this, [this] { run(InstanceCommands::Action::Start); });
    connect(m_stop, &QAction::triggered, this, [this] { run(InstanceCommands::Action::Stop); });
    connect(m_restart, &QAction::triggered, this, [this] { run(InstanceCommands::Action::Restart); });
    connect(m_reload, &QAction::triggered, this, &AppActions::reloadSelected);
    connect(m_cancelReload, &QAction::triggered, this, &AppActions::cancelReloads);
    connect(m_scale, &QAction::triggered, this, &AppActions::askAndScale);
    connect(m_edit, &QAction::triggered, this, [this] {
        if (!m_selected.isEmpty()) Q_EMIT editRequested(m_selected.first().number);
    });
    connect(m_duplicate, &QAction::triggered, this, [this] {
        if (!m_selected.isEmpty()) Q_EMIT duplicateRequested(m_selected.first().number);
    });
    connect(m_remove, &QAction::triggered, this, &AppActions::removeSelected);
    connect(&theme, &Theme::changed, this, &AppActions::applyTheme);
    window.installEventFilter(this);
    applyTheme();
    retranslate();
    updateEnabled();
}

QAction* AppActions::add(const QString& name, QKeySequence shortcut)
{
    auto* action = new QAction(&m_window);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    m_window.addAction(action);
    return action;
}

void AppActions::retranslate()
{
    const auto name = [](QAction* action, const QString& text, const QString& tip) {
        action->setText(text);
        const bool hasKey = !action->shortcut().isEmpty();
        action->setToolTip(!hasKey ? tip : u"%1 (%2)"_s.arg(tip, action->shortcut().toString(QKeySequence::NativeText)));
    };
    name(m_start, tr("Start"), tr("Start the selected apps"));
    name(m_stop, tr("Stop"), tr("Stop the selected apps"));
    name(m_restart, tr("Restart"), tr("Restart the selected apps"));
    name(m_reload, tr("Reload"), tr("Replace the processes of the selected apps one after another; a cluster answers on meanwhile"));
    name(m_cancelReload, tr("Cancel reload"), tr("Keep what has been replaced so far, and the old processes otherwise"));
    name(m_scale, tr("Scale\u2026"), tr("Change the number of instances"));
    name(m_edit, tr("Edit\u2026"), tr("Change how the app is run"));
    name(m_duplicate, tr("Duplicate\u2026"), tr("Launch a further app like this one"));
    name(m_remove, tr("Delete"), tr("Stop the selected apps and remove them from the list; can be undone for a while"));
}

void AppActions::applyTheme()
{
    for (QAction* action : menu()) {
        if (action == m_duplicate) action->setIcon(m_theme.icon(u"add"_s));
        else if (action != m_cancelReload) action->setIcon(m_theme.icon(action->objectName()));
    }
}

void AppActions::setSelection(const QList<InstanceStatus>& instances, const QStringList& names, int instancesOfApp)
{
    m_selected = instances;
    m_names = names;
    m_instancesOfApp = instancesOfApp;
    updateEnabled();
}

void AppActions::setConnected(bool connected)
{
    m_connected = connected;
    updateEnabled();
}

void AppActions::updateEnabled()
{
    const auto enable = [this](QAction* action, InstanceCommands::Action what) {
        action->setEnabled(m_connected &&
                           std::ranges::any_of(m_selected, [what](const InstanceStatus& instance) {
                               return concerns(what, instance.state);
                           }));
    };
    enable(m_start, InstanceCommands::Action::Start);
    enable(m_stop, InstanceCommands::Action::Stop);
    enable(m_restart, InstanceCommands::Action::Restart);
    enable(m_remove, InstanceCommands::Action::Delete);
    enable(m_reload, InstanceCommands::Action::Restart);
    m_cancelReload->setEnabled(m_connected && std::ranges::any_of(m_selected, &InstanceStatus::replacing));
    m_cancelReload->setVisible(m_cancelReload->isEnabled());
    for (QAction* action : {m_scale, m_edit, m_duplicate})
        action->setEnabled(m_connected && m_instancesOfApp > 0);
}

void AppActions::run(InstanceCommands::Action action)
{
    QList<int> numbers;
    for (const InstanceStatus& instance : std::as_const(m_selected)) {
        if (concerns(action, instance.state)) numbers.append(instance.number);
    }
    m_commands.run(action, numbers);
}

void AppActions::reloadSelected()
{
    QList<int> numbers;
    for (const InstanceStatus& instance : std::as_const(m_selected)) {
        if (concerns(InstanceCommands::Action::Restart, instance.state)) numbers.append(instance.number);
    }
    m_commands.reload(numbers);
}

void AppActions::cancelReloads()
{
    QList<int> numbers;
    for (const InstanceStatus& instance : std::as_const(m_selected))
        numbers.append(instance.number);
    m_commands.cancelReload(numbers);
}

void AppActions::askAndScale()
{
    constexpr int most = 1000;
    if (m_selected.isEmpty()) return;
    auto* dialog = new QInputDialog(&m_window);
    dialog->setObjectName(u"scaleQuestion"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Scale"));
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setIntRange(1, most);
    dialog->setIntValue(m_instancesOfApp);
    dialog->setLabelText(tr("Number of instances (this machine has %n processor(s)):", nullptr, QThread::idealThreadCount()));
    dialog->setOkButtonText(tr("Scale"));
    dialog->setCancelButtonText(tr("Cancel"));
    connect(dialog, &QInputDialog::intValueSelected, this, [this, number = m_selected.first().number, before = m_instancesOfApp](int count) {
        if (count != before) m_commands.scale(number, count);
    });
    dialog->open();
}

void AppActions::removeSelected()
{
    m_deletes.add(m_selected, m_names);
}

bool AppActions::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    return QObject::eventFilter(watched, event);
}

} // namespace tropero
