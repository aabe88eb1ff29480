// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/mainwindow.h"

#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "desktop/appactions.h"
#include "desktop/appspage.h"
#include "desktop/noticebar.h"
#include "desktop/startdialog.h"
#include "desktop/theme.h"
#include "version.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace tropero {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(DaemonClient& client, StateMirror& mirror, Theme& theme, const QString& settingsFile,
                       QWidget* parent)
    : QMainWindow(parent), m_client(client), m_theme(theme), m_settingsFile(settingsFile), m_commands(client),
      m_actions(new AppActions(m_commands, theme, *this)), m_launch(new QAction(this)),
      m_quit(new QAction(this)), m_about(new QAction(this)), m_choices(new QActionGroup(this)),
      m_connection(new NoticeBar(theme, false, this)), m_notice(new NoticeBar(theme, true, this)),
      m_pages(new QStackedWidget(this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"Tropero"_s);
    setAcceptDrops(true);
    QMenu* menu = makeMenu();
    m_apps = new AppsPage(client, mirror, *m_actions, m_commands, theme, menu, this);
    m_pages->addWidget(m_apps);
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_connection);
    column->addWidget(m_notice);
    column->addWidget(m_pages, 1);
    setCentralWidget(content);
    setMinimumSize(theme.scaled(480), theme.scaled(360));

    connect(m_apps, &AppsPage::launchRequested, this, [this] { openLaunchDialog(); });
    connect(&m_commands, &InstanceCommands::failed, this,
            [this](const QString& message) { m_notice->say(NoticeBar::Tone::Bad, message); });
    connect(&m_commands, &InstanceCommands::created, m_apps, &AppsPage::selectApp);
    connect(&client, &DaemonClient::stateChanged, this, &MainWindow::showConnection);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_apps, &AppsPage::focusFilter);
    connect(new QShortcut(QKeySequence(Qt::Key_F6), this), &QShortcut::activated, m_apps,
            &AppsPage::switchPane);
    retranslate();
    restore();
    showConnection();
}

MainWindow::~MainWindow() = default;

QMenu* MainWindow::makeMenu()
{
    auto* menu = new QMenu(this);
    m_launch->setShortcut(QKeySequence::New);
    connect(m_launch, &QAction::triggered, this, [this] { openLaunchDialog(); });
    m_quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    connect(m_quit, &QAction::triggered, this, &QWidget::close);
    connect(m_about, &QAction::triggered, this, [this] {
        auto* box =
            new QMessageBox(QMessageBox::NoIcon, tr("About Tropero"),
                            u"Tropero "_s + QLatin1StringView(TROPERO_VERSION), QMessageBox::Ok, this);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setIconPixmap(windowIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
        box->setInformativeText(
            tr("Keeps local servers running.\nGNU General Public License, version 3 or later.\nQt %1")
                .arg(QLatin1StringView(qVersion())));
        box->open();
    });
    menu->addAction(m_launch);
    menu->addSeparator();
    m_appearance = menu->addMenu(QString());
    for (const Theme::Choice choice : {Theme::Choice::System, Theme::Choice::Light, Theme::Choice::Dark}) {
        QAction* action = m_appearance->addAction(QString());
        action->setCheckable(true);
        action->setChecked(choice == m_theme.choice());
        action->setData(QVariant::fromValue(choice));
        m_choices->addAction(action);
    }
    connect(m_choices, &QActionGroup::triggered, this,
            [this](const QAction* action) { m_theme.setChoice(action->data().value<Theme::Choice>()); });
    menu->addAction(m_about);
    menu->addSeparator();
    menu->addAction(m_quit);
    addAction(m_launch);
    addAction(m_quit);
    return menu;
}

void MainWindow::retranslate()
{
    m_launch->setText(tr("Launch app\u2026"));
    m_quit->setText(tr("Quit"));
    m_quit->setToolTip(tr("Close the window; apps go on running"));
    m_about->setText(tr("About Tropero"));
    m_appearance->setTitle(tr("Appearance"));
    const QStringList names{tr("As the system"), tr("Light"), tr("Dark")};
    for (qsizetype i = 0; i < names.size(); ++i)
        m_choices->actions().at(i)->setText(names.at(i));
}

void MainWindow::openLaunchDialog(const QString& script)
{
    if (m_client.state() != DaemonClient::State::Connected) return;
    auto* dialog = new StartDialog(m_theme, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!script.isEmpty()) dialog->setScript(script);
    connect(dialog, &StartDialog::launchRequested, &m_commands, &InstanceCommands::create);
    connect(dialog, &StartDialog::launchRequested, m_notice, &QWidget::hide);
    dialog->open();
}

void MainWindow::showConnection()
{
    const DaemonClient::State state = m_client.state();
    const bool connected = state == DaemonClient::State::Connected;
    m_apps->setConnected(connected);
    m_actions->setConnected(connected);
    m_launch->setEnabled(connected);
    if (state == DaemonClient::State::Lost) {
        m_connection->say(NoticeBar::Tone::Warning,
                          tr("The daemon cannot be reached. Your apps go on running; this is their last "
                             "known state. Connecting again\u2026"));
        m_connection->setToolTip(m_client.lastError().message());
    } else if (connected) {
        m_connection->hide();
    }
}

void MainWindow::restore()
{
    const QSettings settings(m_settingsFile, QSettings::IniFormat);
    const auto choice = settings.value(u"window/appearance"_s).toString();
    for (QAction* action : m_choices->actions()) {
        if (QVariant::fromValue(action->data().value<Theme::Choice>()).toString() != choice) continue;
        action->setChecked(true);
        m_theme.setChoice(action->data().value<Theme::Choice>());
    }
    if (!restoreGeometry(settings.value(u"window/geometry"_s).toByteArray()))
        resize(m_theme.scaled(1180), m_theme.scaled(760));
    m_apps->restore(settings);
}

void MainWindow::save() const
{
    QSettings settings(m_settingsFile, QSettings::IniFormat);
    settings.setValue(u"window/geometry"_s, saveGeometry());
    settings.setValue(u"window/appearance"_s, QVariant::fromValue(m_theme.choice()).toString());
    m_apps->save(settings);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    save();
    QMainWindow::closeEvent(event);
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
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile()) openLaunchDialog(urls.first().toLocalFile());
}

} // namespace tropero
