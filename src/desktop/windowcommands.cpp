// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/windowcommands.h"

#include "client/statemirror.h"
#include "desktop/instancecommands.h"
#include "desktop/localport.h"
#include "desktop/mainwindow.h"
#include "desktop/theme.h"
#include "models/approw.h"
#include "models/formats.h"

#include <QAction>
#include <QCoreApplication>
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
    for (const int port : row.ports) {
        entries.append({Texts::tr("Open %1 in the browser").arg(row.name), u"localhost:%1"_s.arg(port), theme.icon(u"link"_s),
                        [port] { openInBrowser(port); }});
    }
}

} // namespace

QList<PaletteEntry> paletteEntries(MainWindow& window, const StateMirror& mirror, InstanceCommands& commands, const Theme& theme)
{
    QList<PaletteEntry> entries;
    for (QAction* action : window.actions()) {
        if (!action->isEnabled() || action->text().isEmpty() || action->objectName() == "palette"_L1) continue;
        entries.append({QString(action->text()).remove(u'\u2026'), action->shortcut().toString(QKeySequence::NativeText),
                        action->icon().isNull() ? theme.icon(u"command"_s) : action->icon(),
                        [action = QPointer(action)] { if (action) action->trigger(); }});
    }
    for (const AppStatus& app : mirror.apps())
        addApp(entries, window, app, commands, theme);
    return entries;
}

QList<ShortcutLine> shortcutLines(const MainWindow& window)
{
    QList<ShortcutLine> lines;
    const QString everywhere = Texts::tr("Everywhere");
    for (const QAction* action : window.actions()) {
        if (!action->shortcut().isEmpty() && !action->text().isEmpty())
            lines.append({everywhere, QString(action->text()).remove(u'\u2026'), action->shortcut()});
    }
    const QString log = Texts::tr("In the log");
    const auto add = [&](const QString& title, const QKeySequence& keys) { lines.append({log, title, keys}); };
    add(Texts::tr("Search"), QKeySequence(Qt::Key_Slash));
    add(Texts::tr("Next match"), QKeySequence(Qt::Key_F3));
    add(Texts::tr("Previous match"), QKeySequence(Qt::SHIFT | Qt::Key_F3));
    add(Texts::tr("Keep the newest line in view"), QKeySequence(Qt::CTRL | Qt::Key_E));
    add(Texts::tr("Set or remove a bookmark"), QKeySequence(Qt::CTRL | Qt::Key_B));
    add(Texts::tr("Next bookmark"), QKeySequence(Qt::CTRL | Qt::Key_Down));
    add(Texts::tr("Previous bookmark"), QKeySequence(Qt::CTRL | Qt::Key_Up));
    add(Texts::tr("Go to a time"), QKeySequence(Qt::CTRL | Qt::Key_G));
    add(Texts::tr("Clear the view"), QKeySequence(Qt::CTRL | Qt::Key_L));
    add(Texts::tr("Larger text"), QKeySequence(Qt::CTRL | Qt::Key_Plus));
    add(Texts::tr("Smaller text"), QKeySequence(Qt::CTRL | Qt::Key_Minus));
    add(Texts::tr("Copy"), QKeySequence(QKeySequence::Copy));
    add(Texts::tr("Select all"), QKeySequence(QKeySequence::SelectAll));
    return lines;
}

} // namespace tropero
