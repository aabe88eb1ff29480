// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/apptools.h"

#include "core/arguments.h"
#include "desktop/launchform.h"
#include "desktop/localport.h"
#include "desktop/theme.h"
#include "models/mutedapps.h"
#include "models/settings.h"
#include "platform/terminalwindow.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QProcess>
#include <QUrl>
#include <QWidget>

namespace tropero {

using namespace Qt::StringLiterals;

QStringList filledCommand(const QString& pattern, const QString& file, int line, const QString& folder)
{
    QStringList words = splitArguments(pattern);
    bool named = false;
    for (QString& word : words) {
        named = named || word.contains("{file}"_L1) || word.contains("{folder}"_L1);
        // The line first: a path may have such signs in it.
        word.replace("{line}"_L1, QString::number(std::max(1, line)));
        if (word.contains("{folder}"_L1)) word.replace("{folder}"_L1, QDir::toNativeSeparators(folder));
        else word.replace("{file}"_L1, QDir::toNativeSeparators(file));
    }
    if (!words.isEmpty() && !named && !file.isEmpty()) words.append(QDir::toNativeSeparators(file));
    return words;
}

AppTools::AppTools(Settings& settings, Theme& theme, QWidget& window)
    : QObject(&window), m_settings(settings), m_theme(theme), m_window(window), m_browse(add(u"browse"_s, u"link"_s, &AppTools::browse)),
      m_folder(add(u"openFolder"_s, u"folder"_s, &AppTools::openFolder)), m_editor(add(u"openEditor"_s, u"edit"_s, &AppTools::openEditor)),
      m_terminal(add(u"openTerminal"_s, u"command"_s, &AppTools::openTerminal)),
      m_copyCommand(add(u"copyCommand"_s, u"copy"_s, &AppTools::copyCommand)), m_copyPid(add(u"copyPid"_s, u"copy"_s, &AppTools::copyPid)),
      m_mute(add(u"mute"_s, QString(), &AppTools::mute))
{
    m_mute->setCheckable(true);
    window.installEventFilter(this);
    connect(&settings, &Settings::changed, this, [this] { setApp(m_app, m_selected); }); // the list may be edited elsewhere
    connect(&theme, &Theme::changed, this, &AppTools::applyTheme);
    applyTheme();
    retranslate();
    setApp({}, {});
}

QAction* AppTools::add(const QString& name, const QString& icon, void (AppTools::*run)())
{
    auto* action = new QAction(&m_window);
    action->setObjectName(name);
    action->setData(icon);
    connect(action, &QAction::triggered, this, run);
    m_window.addAction(action);
    return action;
}

void AppTools::setApp(const AppStatus& app, const QList<InstanceStatus>& selected)
{
    m_app = app;
    m_selected = selected;
    m_ports.clear();
    m_pids.clear();
    for (const InstanceStatus& instance : selected) {
        if (instance.pid > 0) m_pids.append(instance.pid);
        for (const int port : instance.ports) {
            if (!m_ports.contains(port)) m_ports.append(port);
        }
    }
    const bool one = !app.id.isEmpty();
    m_browse->setEnabled(one && !m_ports.isEmpty());
    m_folder->setEnabled(one);
    m_editor->setEnabled(one && QFileInfo(app.scriptPath).isAbsolute());
    m_terminal->setEnabled(one);
    m_copyCommand->setEnabled(one);
    m_copyPid->setEnabled(!m_pids.isEmpty());
    m_mute->setEnabled(one);
    m_mute->setChecked(one && isMuted(app.spec.name));
    retranslate();
}

void AppTools::retranslate()
{
    m_browse->setText(m_ports.isEmpty() ? tr("Open in the browser") : tr("Open localhost:%1 in the browser").arg(m_ports.first()));
    m_folder->setText(tr("Open folder"));
    m_editor->setText(tr("Open script in the editor"));
    m_terminal->setText(tr("Open terminal here"));
    m_copyCommand->setText(tr("Copy as command line"));
    m_copyPid->setText(tr("Copy PID"));
    m_mute->setText(tr("Mute notifications"));
}

void AppTools::applyTheme()
{
    for (QAction* action : menu()) {
        if (!action->isCheckable()) action->setIcon(m_theme.icon(action->data().toString())); // the mark stands in its place
    }
}

QString AppTools::folder() const
{
    return m_app.spec.cwd.isEmpty() ? QFileInfo(m_app.scriptPath).absolutePath() : m_app.spec.cwd;
}

bool AppTools::isMuted(const QString& app) const
{
    return tropero::isMuted(m_settings, app);
}

void AppTools::setMuted(const QString& app, bool muted)
{
    if (const Result<void> done = tropero::setMuted(m_settings, app, muted); !done) Q_EMIT failed(done.error().message());
    if (app == m_app.spec.name) m_mute->setChecked(isMuted(app));
}

void AppTools::mute()
{
    setMuted(m_app.spec.name, m_mute->isChecked());
}

void AppTools::browse()
{
    if (!m_ports.isEmpty()) openInBrowser(m_ports.first());
}

void AppTools::openFolder()
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(folder()));
}

void AppTools::openEditor()
{
    openFile(m_app.scriptPath, 1);
}

void AppTools::openFile(const QString& path, int line)
{
    const QStringList command = filledCommand(m_settings.text(setting::editor), path, line, folder());
    if (command.isEmpty()) QDesktopServices::openUrl(QUrl::fromLocalFile(path));
    else start(command);
}

void AppTools::openTerminal()
{
    QStringList command = filledCommand(m_settings.text(setting::terminal), {}, 1, folder());
    if (command.isEmpty()) command = platform::terminalCommand();
    if (command.isEmpty()) Q_EMIT failed(tr("There is no terminal program that Tropero knows. Name yours in the settings"));
    else start(command);
}

void AppTools::start(const QStringList& command)
{
    if (!QProcess::startDetached(command.first(), command.mid(1), folder()))
        Q_EMIT failed(tr("%1 cannot be started. See the settings").arg(joinArguments(command)));
}

void AppTools::copyCommand()
{
    QGuiApplication::clipboard()->setText(startCommand(m_app.spec));
}

void AppTools::copyPid()
{
    QStringList texts;
    for (const qint64 pid : std::as_const(m_pids))
        texts.append(QString::number(pid));
    QGuiApplication::clipboard()->setText(texts.join(u' '));
}

bool AppTools::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    return QObject::eventFilter(watched, event);
}

} // namespace tropero
