// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/systemactions.h"

#include "client/processspec.h"
#include "desktop/endquestion.h"
#include "desktop/theme.h"
#include "models/processendings.h"
#include "platform/endprocess.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QGuiApplication>
#include <QMessageBox>
#include <QUrl>
#include <QWidget>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

SystemActions::SystemActions(ProcessEndings& endings, Theme& theme, QWidget& page)
    : QObject(&page), m_endings(endings), m_theme(theme), m_page(page), m_end(add(u"stop"_s)), m_endTree(add(u"endtree"_s)),
      m_adopt(add(u"add"_s)), m_showApp(add(u"apps"_s)), m_openFolder(add(u"folder"_s)), m_copyPid(add(u"copy"_s))
{
    connect(m_end, &QAction::triggered, this, [this] { ask(false); });
    connect(m_endTree, &QAction::triggered, this, [this] { ask(true); });
    connect(m_adopt, &QAction::triggered, this, [this] {
        if (m_selected.size() != 1) return;
        if (const auto spec = processSpec(m_selected.first())) Q_EMIT launchRequested(*spec);
    });
    connect(m_showApp, &QAction::triggered, this, [this] { Q_EMIT showApp(commonApp()); });
    connect(m_openFolder, &QAction::triggered, this, &SystemActions::openFolder);
    connect(m_copyPid, &QAction::triggered, this, [this] {
        QStringList pids;
        for (const MachineProcess& process : std::as_const(m_selected))
            pids.append(QString::number(process.id.pid));
        QGuiApplication::clipboard()->setText(pids.join(u' '));
    });
    connect(&theme, &Theme::changed, this, &SystemActions::applyTheme);
    applyTheme();
    retranslate();
    setSelection({});
}

QAction* SystemActions::add(const QString& name)
{
    auto* action = new QAction(this);
    action->setObjectName(name);
    return action;
}

void SystemActions::applyTheme()
{
    for (QAction* action : all())
        action->setIcon(m_theme.icon(action->objectName()));
}

void SystemActions::retranslate()
{
    const auto name = [](QAction* action, const QString& text, const QString& tip) {
        action->setText(text);
        action->setToolTip(tip);
    };
    name(m_end, tr("End\u2026"), tr("Ask the selected processes to end, and kill what does not (Delete)"));
    name(m_endTree, tr("End with children\u2026"), tr("End the selected processes and everything they started"));
    name(m_adopt, tr("Put under Tropero\u2026"), tr("Launch an app from this command: Tropero starts it again when it crashes and keeps its log"));
    name(m_showApp, tr("Show in Apps"), tr("Show the app that the process belongs to"));
    name(m_openFolder, tr("Open folder"), tr("Open the folder that the process works in"));
    name(m_copyPid, tr("Copy PID"), tr("Copy the process number (%1)").arg(QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText)));
}

QString SystemActions::commonApp() const
{
    if (m_selected.isEmpty()) return {};
    const QString app = m_selected.first().appId;
    return std::ranges::all_of(m_selected, [&](const MachineProcess& process) { return process.appId == app; }) ? app : QString();
}

void SystemActions::setSelection(const QList<MachineProcess>& processes)
{
    m_selected = processes;
    const bool any = !processes.isEmpty();
    const bool own = any && std::ranges::all_of(processes, [](const MachineProcess& process) {
        return process.own && platform::mayBeEnded(process.id.pid).has_value();
    });
    const MachineProcess* one = processes.size() == 1 ? &processes.first() : nullptr;
    m_end->setEnabled(own);
    m_endTree->setEnabled(own);
    m_adopt->setEnabled(one && one->own && one->role == ProcessRole::Foreign && one->isJavaScript() && processSpec(*one).has_value());
    m_showApp->setEnabled(!commonApp().isEmpty());
    m_openFolder->setEnabled(one && !one->folder.isEmpty());
    m_copyPid->setEnabled(any);
}

void SystemActions::ask(bool tree)
{
    if (m_selected.isEmpty() || m_page.findChild<QMessageBox*>(u"endQuestion"_s)) return;
    QList<platform::ProcessId> ids;
    for (const MachineProcess& process : std::as_const(m_selected))
        ids.append(process.id);
    endQuestion(m_selected, tree, &m_page, [this, ids, tree] {
        m_endings.end(ids, tree, this, [this](const platform::EndingReport& report) { Q_EMIT ended(report); });
    })->open();
}

void SystemActions::openFolder()
{
    if (m_selected.size() != 1) return;
    const QString folder = m_selected.first().folder;
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        Q_EMIT failed(tr("Cannot open the folder %1: no program for folders was found.").arg(QDir::toNativeSeparators(folder)));
}

} // namespace tropero
