// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/windowcommands.h"

#include "client/statemirror.h"
#include "desktop/appspage.h"
#include "desktop/instancecommands.h"
#include "desktop/localport.h"
#include "desktop/logpane.h"
#include "desktop/mainwindow.h"
#include "desktop/systempage.h"
#include "desktop/theme.h"
#include "models/approw.h"
#include "models/formats.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QPointer>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(WindowCommands)
};

void addApp(QList<PaletteEntry>& entries, MainWindow& window, const AppStatus& app, InstanceCommands& commands, const Theme& theme)
{
    const AppRow row = appRow(app);
    const QString state = stateText(row.state);
    const QList<int> numbers = row.numbers;
    const auto add = [&](const QString& title, const QString& icon, InstanceCommands::Action action) {
        entries.append({title.arg(row.name), state, theme.icon(icon), [&commands, numbers, action] { commands.run(action, numbers); }});
    };
    entries.append({Texts::tr("Show %1").arg(row.name), state, theme.icon(u"search"_s), [&window, id = app.id] { window.showApp(id); }});
    if (row.isUp()) {
        add(Texts::tr("Restart %1"), u"restart"_s, InstanceCommands::Action::Restart);
        entries.append({Texts::tr("Reload %1").arg(row.name), state, theme.icon(u"reload"_s), [&commands, numbers] { commands.reload(numbers); }});
        add(Texts::tr("Stop %1"), u"stop"_s, InstanceCommands::Action::Stop);
    } else {
        add(Texts::tr("Start %1"), u"start"_s, InstanceCommands::Action::Start);
    }
    entries.append({Texts::tr("Edit %1").arg(row.name), state, theme.icon(u"edit"_s), [&window, id = app.id] {
                        window.showApp(id);
                        if (auto* edit = window.findChild<QAction*>(u"edit"_s)) edit->trigger(); // is about what is selected
                    }});
    for (const int port : row.ports) {
        entries.append({Texts::tr("Open %1 in the browser").arg(row.name), u"localhost:%1"_s.arg(port), theme.icon(u"link"_s),
                        [port] { openInBrowser(port); }});
    }
}

/// Without mnemonics and what says that a dialog follows.
QString plainText(const QAction& action)
{
    QString text = action.text();
    text.remove(u'\u2026');
    qsizetype i = 0;
    while ((i = text.indexOf(u'&', i)) >= 0)
        text.remove(i++, 1); // "&&" is one
    return text;
}

/// Where an action belongs when it is not one of the whole window.
QString placeOf(const QAction& action)
{
    for (const QObject* owner = action.parent(); owner; owner = owner->parent()) {
        if (qobject_cast<const LogPane*>(owner)) return Texts::tr("In the log");
        if (qobject_cast<const SystemPage*>(owner)) return Texts::tr("Processes and ports");
    }
    return {};
}

/// All that have a name: of the window, then of the panes that are seen.
QList<QAction*> windowActions(const MainWindow& window)
{
    QList<QAction*> actions;
    const auto add = [&actions](const QList<QAction*>& more) {
        for (QAction* action : more) {
            if (!action->text().isEmpty() && !action->isSeparator() && !action->menu() && !actions.contains(action)) actions.append(action);
        }
    };
    add(window.actions());
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (widget->isVisible() && widget->window() == &window) add(widget->actions());
    }
    return actions;
}

} // namespace

QList<PaletteEntry> paletteEntries(MainWindow& window, const StateMirror& mirror, InstanceCommands& commands, const Theme& theme)
{
    QList<PaletteEntry> entries;
    for (QAction* action : windowActions(window)) {
        if (!action->isEnabled() || action->objectName() == "palette"_L1) continue;
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        entries.append({plainText(*action), keys.isEmpty() ? placeOf(*action) : keys, action->icon().isNull() ? theme.icon(u"command"_s) : action->icon(),
                        [action = QPointer(action)] { if (action) action->trigger(); }});
    }
    for (const AppStatus& app : mirror.apps())
        addApp(entries, window, app, commands, theme);
    return entries;
}

QList<ShortcutLine> shortcutLines(const MainWindow& window)
{
    QList<ShortcutLine> lines;
    const auto addAction = [&lines](const QString& section, const QAction& action) {
        if (!action.shortcut().isEmpty() && !action.text().isEmpty()) lines.append({section, plainText(action), action.shortcut()});
    };
    for (const QAction* action : window.actions())
        addAction(Texts::tr("Everywhere"), *action);
    const QString log = Texts::tr("In the log");
    const auto add = [&lines](const QString& section, const QString& title, const QKeySequence& keys) { lines.append({section, title, keys}); };
    add(log, Texts::tr("Search"), QKeySequence(Qt::Key_Slash));
    add(log, Texts::tr("Next match"), QKeySequence(Qt::Key_F3));
    add(log, Texts::tr("Previous match"), QKeySequence(Qt::SHIFT | Qt::Key_F3));
    add(log, Texts::tr("Keep the newest line in view"), QKeySequence(Qt::CTRL | Qt::Key_E));
    for (const QAction* action : window.apps().log().actions())
        addAction(log, *action);
    add(log, Texts::tr("Larger text"), QKeySequence(Qt::CTRL | Qt::Key_Plus));
    add(log, Texts::tr("Smaller text"), QKeySequence(Qt::CTRL | Qt::Key_Minus));
    add(log, Texts::tr("Copy"), QKeySequence(QKeySequence::Copy));
    add(log, Texts::tr("Select all"), QKeySequence(QKeySequence::SelectAll));
    const QString machine = Texts::tr("Processes and ports");
    add(machine, Texts::tr("End the selected processes"), QKeySequence(Qt::Key_Delete));
    add(machine, Texts::tr("Copy their process numbers"), QKeySequence(QKeySequence::Copy));
    return lines;
}

} // namespace tropero
