// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/mainwindow.h"

#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "desktop/accessibleroles.h"
#include "desktop/appactions.h"
#include "desktop/appspage.h"
#include "desktop/apptools.h"
#include "desktop/commandpalette.h"
#include "desktop/launchdialogs.h"
#include "desktop/logpane.h"
#include "desktop/noticebar.h"
#include "desktop/questionbox.h"
#include "desktop/sampleapp.h"
#include "desktop/selectionpane.h"
#include "desktop/shortcutsheet.h"
#include "desktop/sidebar.h"
#include "desktop/systempage.h"
#include "desktop/taborder.h"
#include "desktop/theme.h"
#include "desktop/welcomepage.h"
#include "desktop/windowcommands.h"
#include "models/settings.h"
#include "version.h"

#include <QCloseEvent>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tropero {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(DaemonClient& client, StateMirror& mirror, Theme& theme, Settings& settings, QWidget* parent)
    : QMainWindow(parent), m_client(client), m_mirror(mirror), m_theme(theme), m_settings(settings), m_commands(client), m_deletes(m_commands), m_import(m_commands),
      m_dialogs(new LaunchDialogs(client, mirror, m_commands, m_endings, theme, *this)),
      m_actions(new AppActions(m_commands, m_deletes, theme, *this)),
      m_tools(new AppTools(settings, theme, *this)), m_launch(new QAction(this)),
      m_quit(new QAction(this)), m_about(new QAction(this)),
      m_connection(new NoticeBar(theme, false, this)), m_notice(new NoticeBar(theme, true, this)),
      m_undo(new NoticeBar(theme, false, this)),
      m_side(new SideBar(theme, this)), m_pages(new QStackedWidget(this))
{
    installAccessibleRoles();
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"Tropero"_s);
    setAcceptDrops(true);
    QMenu* menu = makeMenu();
    m_apps = new AppsPage(client, mirror, *m_actions, *m_tools, m_commands, theme, menu, this);
    m_pages->addWidget(m_apps);
    const auto showHighlights = [this] { m_apps->log().setHighlights(m_settings.text(setting::logHighlights)); };
    showHighlights();
    connect(&m_apps->log(), &LogPane::highlightsChanged, this, [this](const QString& rules) {
        if (const Result<void> done = m_settings.set(setting::logHighlights, rules); !done) showFailure(done.error().message());
    });
    connect(&settings, &Settings::changed, this, [showHighlights](const QString& key) {
        if (key == setting::logHighlights) showHighlights(); // it may come from a file
    });
    m_side->addPage(u"apps"_s, u"apps"_s, [] { return tr("Apps"); });
    m_side->addPage(u"system"_s, u"system"_s, [] { return tr("System"); });
    m_side->addPage(u"activity"_s, u"activity"_s, [] { return tr("Activity"); });
    m_side->addPage(u"settings"_s, u"settings"_s, [] { return tr("Settings"); }, true);
    auto* content = new QWidget(this);
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(m_side);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    row->addLayout(column, 1);
    column->addWidget(m_connection);
    column->addWidget(m_notice);
    column->addWidget(m_undo);
    column->addWidget(m_pages, 1);
    setCentralWidget(content);
    setMinimumSize(theme.scaled(480), theme.scaled(360));

    connect(m_side, &SideBar::chosen, this, &MainWindow::showPage);
    connect(m_apps, &AppsPage::launchRequested, this, [this] { openLaunchDialog(); });
    connect(m_apps, &AppsPage::failed, this, &MainWindow::showFailure);
    m_dialogs->setDefaults([this] { return m_settings.newApp(); });
    connect(m_dialogs, &LaunchDialogs::failed, this, &MainWindow::showFailure);
    connect(m_dialogs, &LaunchDialogs::showPortRequested, this, &MainWindow::showPort);
    connect(m_dialogs, &LaunchDialogs::requested, this, [this] {
        m_notice->hide();
        showPage(u"apps"_s);
    });
    connect(m_actions, &AppActions::editRequested, m_dialogs, &LaunchDialogs::edit);
    connect(m_actions, &AppActions::duplicateRequested, m_dialogs, &LaunchDialogs::duplicate);
    connect(m_apps, &AppsPage::sampleRequested, this, &MainWindow::startSample);
    connect(m_apps, &AppsPage::importRequested, this, [this] { m_import.ask(this); });
    connect(&m_endings, &ProcessEndings::failed, this, &MainWindow::showFailure);
    connect(&m_import, &Pm2Import::failed, this, &MainWindow::showFailure);
    connect(&m_commands, &InstanceCommands::failed, this, &MainWindow::showFailure);
    connect(m_tools, &AppTools::failed, this, &MainWindow::showFailure);
    connect(&m_deletes, &PendingDeletes::changed, this, &MainWindow::showDeletes);
    connect(&m_commands, &InstanceCommands::created, m_apps, &AppsPage::selectApp);
    connect(&client, &DaemonClient::stateChanged, this, &MainWindow::showConnection);
    for (const auto signal : {&StateMirror::appAdded, &StateMirror::appRemoved})
        connect(&mirror, signal, this, [this, &mirror] { m_side->setCount(u"apps"_s, static_cast<int>(mirror.apps().size())); });
    connect(&mirror, &StateMirror::reset, this,
            [this, &mirror] { m_side->setCount(u"apps"_s, static_cast<int>(mirror.apps().size())); });
    connect(&mirror, &StateMirror::reset, this, &MainWindow::welcomeNewUser);
    connect(&mirror, &StateMirror::reset, this, &MainWindow::showAwaitedApp);
    connect(&m_commands, &InstanceCommands::created, this, &MainWindow::dismissWelcome);
    connect(&settings, &Settings::changed, this, [this] { applyIntervals(); });
    applyIntervals();
    addCommands();
    for (const QString& name : {u"shortcuts"_s, u"welcome"_s})
        menu->insertAction(m_about, findChild<QAction*>(name));
    retranslate();
    restore();
    showConnection();
}

MainWindow::~MainWindow() = default;

bool MainWindow::focusNextPrevChild(bool next)
{
    QWidget* neighbour = tabNeighbour(*this, focusWidget(), next);
    if (!neighbour) return false;
    neighbour->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void MainWindow::addCommands()
{
    const auto add = [this](const QString& name, const QList<QKeySequence>& keys, std::function<QString()> text, std::function<void()> run) {
        auto* action = new QAction(this);
        action->setObjectName(name);
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, std::move(run));
        addAction(action);
        m_commandTexts.append({action, std::move(text)});
    };
    add(u"palette"_s, {QKeySequence(Qt::CTRL | Qt::Key_K)}, [] { return tr("Command palette"); }, [this] { openPalette(); });
    add(u"filter"_s, {QKeySequence::Find}, [] { return tr("Filter"); }, [this] {
        if (page() == "system"_L1) {
            system().focusFilter();
            return;
        }
        showPage(u"apps"_s);
        m_apps->focusFilter();
    });
    add(u"switchPane"_s, {QKeySequence(Qt::Key_F6)}, [] { return tr("From the list to the lower pane and back"); },
        [this] { m_apps->switchPane(); });
    add(u"showApps"_s, {QKeySequence(Qt::CTRL | Qt::Key_1)}, [] { return tr("Show apps"); }, [this] { showPage(u"apps"_s); });
    add(u"showSystem"_s, {QKeySequence(Qt::CTRL | Qt::Key_2)}, [] { return tr("Show processes and ports"); },
        [this] { showPage(u"system"_s); });
    add(u"showActivity"_s, {QKeySequence(Qt::CTRL | Qt::Key_3)}, [] { return tr("Show activity"); },
        [this] { showPage(u"activity"_s); });
    add(u"showSettings"_s, {QKeySequence(Qt::CTRL | Qt::Key_Comma)}, [] { return tr("Show settings"); },
        [this] { showPage(u"settings"_s); });
    add(u"shortcuts"_s, {QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)}, [] { return tr("Keyboard shortcuts"); },
        [this] { (new ShortcutSheet(shortcutLines(*this), m_theme, this))->open(); });
    add(u"welcome"_s, {}, [] { return tr("Welcome"); }, [this] { showWelcome(); });
}

void MainWindow::openPalette()
{
    auto* palette = new CommandPalette(paletteEntries(*this, m_mirror, m_commands, m_theme), m_theme, this);
    connect(palette, &QDialog::finished, m_apps, [this] { activateWindow(); });
    palette->open();
}

QMenu* MainWindow::makeMenu()
{
    auto* menu = new QMenu(this);
    m_launch->setObjectName(u"launch"_s);
    m_launch->setShortcut(QKeySequence::New);
    connect(m_launch, &QAction::triggered, this, [this] { openLaunchDialog(); });
    m_quit->setObjectName(u"quit"_s);
    m_quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    connect(m_quit, &QAction::triggered, this, [this] {
        save();
        Q_EMIT quitRequested();
    });
    m_about->setObjectName(u"about"_s);
    connect(m_about, &QAction::triggered, this, &MainWindow::showAbout);
    menu->addAction(m_launch);
    menu->addSeparator();
    menu->addAction(m_about);
    menu->addSeparator();
    menu->addAction(m_quit);
    addAction(m_launch);
    addAction(m_quit);
    addAction(m_about);
    return menu;
}

void MainWindow::startSample()
{
    const Result<AppSpec> sample = sampleApp(QFileInfo(m_settings.file()).absolutePath());
    if (sample) m_commands.create(*sample);
    else showFailure(sample.error().message());
}

void MainWindow::showDeletes()
{
    m_apps->setHidden(m_deletes.numbers());
    const QStringList names = m_deletes.names();
    if (names.isEmpty()) {
        m_undo->hide();
        return;
    }
    m_undo->offer(NoticeBar::Tone::Info,
                  names.size() == 1 ? tr("\u201c%1\u201d is deleted in a moment. Its log files stay where they are.").arg(names.first())
                                    : tr("%n app(s) are deleted in a moment. Their log files stay where they are.", nullptr,
                                         static_cast<int>(names.size())),
                  tr("Undo"), [this] { m_deletes.undo(); });
}

void MainWindow::showAbout()
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("About Tropero"), u"Tropero "_s + QLatin1StringView(TROPERO_VERSION),
                                QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(windowIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    box->setInformativeText(tr("Keeps local servers running.\nGNU General Public License, version 3 or later.\nQt %1")
                                .arg(QLatin1StringView(qVersion())));
    layOutQuestion(*box);
    box->open();
}

void MainWindow::showFailure(const QString& message)
{
    m_notice->say(NoticeBar::Tone::Bad, message);
}

void MainWindow::comeForward()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::retranslate()
{
    m_launch->setText(tr("Launch app\u2026"));
    m_quit->setText(tr("Quit"));
    m_quit->setToolTip(tr("Close the window; apps go on running"));
    m_about->setText(tr("About Tropero"));
    for (const auto& [action, text] : std::as_const(m_commandTexts))
        action->setText(text());
}

void MainWindow::openLaunchDialog(const QString& script)
{
    if (m_client.state() != DaemonClient::State::Connected) return;
    m_dialogs->launch(script);
}

void MainWindow::showApp(const QString& id)
{
    comeForward();
    showPage(u"apps"_s);
    m_apps->selectApp(id);
    m_apps->selectionPane().showPageNamed(u"log"_s);
}

void MainWindow::launchProcess(const AppSpec& spec)
{
    if (m_client.state() != DaemonClient::State::Connected) return;
    m_dialogs->launch(spec, tr("It runs already. End that process first, if the app listens on a port."));
}

void MainWindow::showConnection()
{
    const DaemonClient::State state = m_client.state();
    const bool connected = state == DaemonClient::State::Connected;
    m_apps->setConnected(connected);
    m_actions->setConnected(connected);
    m_launch->setEnabled(connected);
    if (m_welcome) m_welcome->setConnected(connected);
    if (state == DaemonClient::State::Lost) {
        m_connection->say(NoticeBar::Tone::Warning,
                          tr("The daemon cannot be reached. Your apps go on running; this is their last "
                             "known state. Connecting again\u2026"));
        m_connection->setToolTip(m_client.lastError().message());
    } else if (connected) {
        m_connection->hide();
        if (const std::optional<QString> script = std::exchange(m_awaited, std::nullopt)) openLaunchDialog(*script);
    }
}

void MainWindow::restore()
{
    const QSettings stored(m_settings.file(), QSettings::IniFormat);
    if (!restoreGeometry(stored.value(u"window/geometry"_s).toByteArray()))
        resize(m_theme.scaled(1360), m_theme.scaled(860));
    m_apps->restore(stored);
}

void MainWindow::save() const
{
    QSettings stored(m_settings.file(), QSettings::IniFormat);
    stored.setValue(u"window/geometry"_s, saveGeometry());
    m_apps->save(stored);
    if (m_system) m_system->save(stored);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    save();
    if (m_hidesOnClose) {
        event->ignore();
        hide();
        Q_EMIT hidden();
        return;
    }
    QMainWindow::closeEvent(event);
    Q_EMIT closedForGood();
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    m_mirror.setMetrics(true);
}

void MainWindow::hideEvent(QHideEvent* event)
{
    QMainWindow::hideEvent(event);
    if (!event->spontaneous()) m_mirror.setMetrics(false); // in the tray nobody sees figures
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_side->setNarrow(width() < m_theme.scaled(1100));
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() && m_client.state() == DaemonClient::State::Connected)
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    constexpr qsizetype mostAtOnce = 8;
    for (const QUrl& url : event->mimeData()->urls().first(std::min(event->mimeData()->urls().size(), mostAtOnce)))
        if (url.isLocalFile()) openLaunchDialog(url.toLocalFile());
}

} // namespace tropero
